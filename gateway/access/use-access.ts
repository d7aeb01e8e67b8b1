import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { DocumentNode, GraphQLError } from 'graphql';
import type { Actor } from '../../services/shared/actor';
import { createAccessCheck } from './check-access';
import { fieldRoles } from './field-roles';

interface Execution {
  args: {
    document: DocumentNode;
    operationName?: string | null;
    variableValues?: Record<string, unknown> | null;
    contextValue: unknown;
  };
  setResultAndStopExecution: (result: { errors: GraphQLError[] }) => void;
}

/** Enforces `@requiresScopes` on root fields before anything is planned; the runtime ignores it by itself. */
export function useAccess(supergraphSdl: string): GatewayPlugin {
  const check = createAccessCheck(fieldRoles(supergraphSdl));
  const enforce = ({ args, setResultAndStopExecution }: Execution): void => {
    const { actor } = args.contextValue as { actor: Actor };
    const errors = check({ document: args.document, operationName: args.operationName, variables: args.variableValues, actor });
    if (errors.length > 0) setResultAndStopExecution({ errors });
  };
  return { onExecute: enforce as never, onSubscribe: enforce as never };
}
