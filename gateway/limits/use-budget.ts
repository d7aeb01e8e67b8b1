import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { ExecutionArgs } from 'graphql';
import type { RequestContext } from '../gateway';
import { budget, clientKind } from './budget';
import { operationCost } from './cost';
import { LONGEST_PAGE, type Limits } from './limits';
import { type Violation, violationError } from './violation';

/** Weighs an operation before it is planned; only now are its variables at hand, on which the lengths of pages hang. */
export function useBudget(limits: Limits): GatewayPlugin<RequestContext> {
  const sizes = { page: LONGEST_PAGE, plain: limits.plainList };
  const violationOf = ({ schema, document, operationName, variableValues, contextValue }: ExecutionArgs): Violation | null => {
    const { actor, document: known } = contextValue as RequestContext;
    const cost = operationCost({ schema, document, operationName, variables: variableValues }, sizes);
    return budget(cost, clientKind({ isPublic: actor.role === 'PUBLIC', isTrusted: known?.isTrusted === true }), limits);
  };
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const violation = violationOf(args);
      if (violation) setResultAndStopExecution({ errors: [violationError(violation)] });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const violation = violationOf(args);
      if (violation) setResultAndStopExecution({ errors: [violationError(violation)] });
    },
  };
}
