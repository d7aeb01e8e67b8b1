import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import type { Actor } from '../../services/shared/actor';
import { type FieldRoles, isLetIn } from './field-roles';
import { isLeftOut, type RootSelection, rootSelections } from './root-selections';

export interface AskedOperation {
  document: DocumentNode;
  operationName?: string | null;
  variables?: Readonly<Record<string, unknown>> | null;
  actor: Pick<Actor, 'role'>;
}

/** More would only repeat it. */
const MOST_ERRORS = 5;

interface ProtectedOperation {
  operation: OperationDefinitionNode;
  /** Its root fields that are not for everyone, with the roles they need. */
  fields: readonly (RootSelection & { roles: readonly (readonly string[])[] })[];
}

/**
 * Makes the check before planning: what a caller is refused for the root fields they ask for, none when they may go on.
 * A refused operation is refused whole. Fields further inside are the services' to answer with null and a typed error,
 * so that an answer keeps what the caller may see; how far a grant reaches is theirs to judge as well.
 */
export function createAccessCheck(roles: FieldRoles): (asked: AskedOperation) => GraphQLError[] {
  // The same document comes back as the same object: its root fields are looked up once.
  const known = new WeakMap<DocumentNode, readonly ProtectedOperation[]>();
  const operationsOf = (document: DocumentNode): readonly ProtectedOperation[] => {
    const operations = known.get(document) ?? protectedOperations(document, roles);
    known.set(document, operations);
    return operations;
  };
  return ({ document, operationName, variables, actor }) => {
    const operations = operationsOf(document);
    if (operations.length === 0) return [];
    const named = operations.filter(({ operation }) => operation.name?.value === operationName);
    // Which of several is meant when no name or an empty one is given, is for nobody to guess: the check is of all.
    return (operationName ? named : operations)
      .flatMap(({ operation, fields }) => fields.filter(({ conditions }) => !isLeftOut(conditions, operation, variables ?? {})))
      .filter(({ roles: needed }) => !isLetIn(needed, actor.role))
      .slice(0, MOST_ERRORS)
      .map(({ field }) => refusal(field.alias?.value ?? field.name.value, actor));
  };
}

function protectedOperations(document: DocumentNode, roles: FieldRoles): ProtectedOperation[] {
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => ({ operation, fields: protectedFields(document, operation, roles) }))
    .filter(({ fields }) => fields.length > 0);
}

function protectedFields(document: DocumentNode, operation: OperationDefinitionNode, roles: FieldRoles): ProtectedOperation['fields'] {
  const root = ROOT_TYPES[operation.operation];
  return rootSelections(document, operation).flatMap((selection) => {
    const needed = roles.get(`${root}.${selection.field.name.value}`);
    return needed ? [{ ...selection, roles: needed }] : [];
  });
}

const ROOT_TYPES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** In the words of the services' own refusals; HTTP 401 or 403, since nothing of the request was carried out. */
function refusal(responseKey: string, { role }: Pick<Actor, 'role'>): GraphQLError {
  const extensions =
    role === 'PUBLIC'
      ? { code: 'UNAUTHENTICATED', http: { status: 401, headers: { 'www-authenticate': 'Bearer' } } }
      : { code: 'FORBIDDEN', http: { status: 403 } };
  return new GraphQLError(role === 'PUBLIC' ? '请先登录' : '当前身份无权执行此操作', { path: [responseKey], extensions });
}
