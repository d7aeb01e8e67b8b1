import type { DocumentNode } from 'graphql';
import type { OperationCheck } from '../operation-checks';
import { createAccessCheck } from './check-access';
import { fieldRoles } from './field-roles';

/** `@requiresScopes` of root fields, which the runtime ignores by itself. */
export function accessCheck(supergraph: DocumentNode): OperationCheck {
  const check = createAccessCheck(fieldRoles(supergraph));
  return ({ document, operationName, variables, context: { actor } }) => check({ document, operationName, variables, actor });
}
