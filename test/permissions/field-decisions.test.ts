import { Kind, parse } from 'graphql';
import { fieldRoles } from '../../gateway/access/field-roles';
import { actionsOf } from '../../services/shared/access';
import { ACCESS_EXTENSION } from '../../services/shared/graphql/access-plugin';
import { composedNow, fieldsOf, letIn, ROOTS, SERVICES } from '../support/service-access';

describe.each(SERVICES)('decisions of $name', (service) => {
  const fields = fieldsOf(service.subgraph.schema);

  it('are there for every root field and every field with arguments: who it is for, or PUBLIC', () => {
    const open = fields.filter(({ type, name, hasArguments }) => (ROOTS.includes(type) || hasArguments) && service.access[type]?.[name] === undefined);
    expect(open.map(({ type, name }) => `${type}.${name}: add it to services/${service.name}/rules/access.ts`)).toEqual([]);
  });

  it('are about fields that exist, and stand in the built schema', () => {
    const decided = Object.entries(service.access).flatMap(([type, names]) => Object.entries(names).map(([name, decision]) => ({ type, name, decision })));
    const built = decided.map(({ type, name }) => {
      const found = service.subgraph.schema.getType(type);
      return { type, name, decision: found && 'getFields' in found ? found.getFields()[name]?.extensions[ACCESS_EXTENSION] : undefined };
    });
    expect(built).toEqual(decided);
  });

  it('let nobody write without a role, but for what anybody may hand in', () => {
    const open = Object.entries(service.access.Mutation ?? {}).filter(([, decision]) => decision === 'PUBLIC');
    expect(open.map(([name]) => name)).toEqual(HANDED_IN_BY_ANYBODY[service.name] ?? []);
  });

  it('use every action of the table that a caller of the API can ask for', () => {
    const used = new Set(Object.values(service.access).flatMap((names) => Object.values(names).flatMap((decision) => actionsOf(decision) ?? [])));
    const unused = Object.keys(service.permissions).filter((action) => !used.has(action));
    expect(unused).toEqual(NOT_OF_THE_API[service.name] ?? []);
  });
});

/** Writes without a login, each on purpose. */
const HANDED_IN_BY_ANYBODY: Record<string, string[]> = { 'service-center': ['submitRemark'] };

/** Actions of commands that the hub runs in its own name. */
const NOT_OF_THE_API: Record<string, string[]> = { catalog: ['define-category-scheme'], organisation: ['loadSample'], 'service-center': ['receive-remark'] };

describe('the supergraph', () => {
  let supergraph: string;
  beforeAll(async () => {
    ({ supergraph } = await composedNow());
  });

  it('says of every field exactly the roles that the tables give', () => {
    const expected = SERVICES.flatMap((service) =>
      fieldsOf(service.subgraph.schema).flatMap(({ type, name }) => {
        const roles = letIn(service, type, name);
        return roles ? [[`${type}.${name}`, roles.map((role) => [role])] as const] : [];
      }),
    );
    const regardlessOfOrder = (entries: Iterable<readonly [string, readonly (readonly string[])[]]>) => new Map([...entries].map(([field, roles]) => [field, new Set(roles.map(String))]));
    expect(regardlessOfOrder(fieldRoles(parse(supergraph)))).toEqual(regardlessOfOrder(expected));
  });

  it('guards fields of objects alone: a guard on an interface or a type would guard nothing here', () => {
    const guarded = parse(supergraph).definitions.filter(
      (node) =>
        node.kind !== Kind.OBJECT_TYPE_DEFINITION
          ? node.kind === Kind.INTERFACE_TYPE_DEFINITION && JSON.stringify(node).includes('"requiresScopes"')
          : node.directives?.some(({ name }) => name.value === 'requiresScopes'),
    );
    expect(guarded).toEqual([]);
  });
});
