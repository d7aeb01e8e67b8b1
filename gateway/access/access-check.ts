import type { OperationCheck } from '../operation-checks';
import { createAccessCheck } from './check-access';
import { fieldRoles } from './field-roles';

/** `@requiresScopes` of root fields, which the runtime ignores by itself. */
export function accessCheck(supergraphSdl: string): OperationCheck {
  const check = createAccessCheck(fieldRoles(supergraphSdl));
  return ({ document, operationName, variables, context: { actor } }) => check({ document, operationName, variables, actor });
}
