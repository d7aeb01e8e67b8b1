import type { OperationCheck } from '../operation-checks';
import { budget, clientKind } from './budget';
import { operationCosts } from './cost';
import { LONGEST_PAGE, type Limits } from './limits';
import { violationError } from './violation';

/** Weighs an operation; only before it runs are its variables at hand, on which the lengths of pages hang. */
export function budgetCheck(limits: Limits): OperationCheck {
  const costOf = operationCosts({ page: LONGEST_PAGE, plain: limits.plainList });
  return ({ schema, document, operationName, variables, context: { actor, document: known } }) => {
    const cost = costOf({ schema, document, operationName, variables });
    const violation = budget(cost, clientKind({ isPublic: actor.role === 'PUBLIC', isTrusted: known?.isTrusted === true }), limits);
    return violation ? [violationError(violation)] : [];
  };
}
