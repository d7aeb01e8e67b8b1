import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { DocumentNode, ExecutionArgs, GraphQLError, GraphQLSchema } from 'graphql';
import type { RequestContext } from './gateway';

/** A valid operation that is about to be planned, and who asks. */
export interface CheckedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | null;
  variables: Readonly<Record<string, unknown>>;
  context: RequestContext;
}

/** What speaks against running an operation for this caller with these variables; nothing when it may run. */
export type OperationCheck = (operation: CheckedOperation) => readonly GraphQLError[];

/** What the first check that refuses an operation says. */
export function refusalOf(checks: readonly OperationCheck[], operation: CheckedOperation): readonly GraphQLError[] | null {
  for (const check of checks) {
    const errors = check(operation);
    if (errors.length > 0) return errors;
  }
  return null;
}

interface Execution {
  args: ExecutionArgs;
  setResultAndStopExecution: (result: { errors: readonly GraphQLError[] }) => void;
}

/** Puts the checks before planning. */
export function useChecks(checks: readonly OperationCheck[]): GatewayPlugin<RequestContext> {
  const enforce = ({ args: { schema, document, operationName = null, variableValues, contextValue }, setResultAndStopExecution }: Execution): void => {
    const errors = refusalOf(checks, { schema, document, operationName, variables: variableValues ?? {}, context: contextValue as RequestContext });
    if (errors !== null) setResultAndStopExecution({ errors });
  };
  return { onExecute: enforce as never, onSubscribe: enforce as never };
}
