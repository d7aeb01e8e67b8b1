import { type GraphQLError, type GraphQLObjectType, type OperationTypeNode, parse } from 'graphql';
import { localSubgraph } from '../../gateway/local-subgraph';
import { actionsOf } from '../../services/shared/access';
import { type Actor, ANONYMOUS, type Role, ROLES } from '../../services/shared/actor';
import { minimalOperation } from '../support/minimal-operation';
import { checkedActions } from '../support/recorded-checks';
import type * as RecordedChecks from '../support/recorded-checks';
import { fieldsOf, letIn, ROOTS, SERVICES, type ServiceAccess } from '../support/service-access';
import { ANYTHING } from '../support/anything';

jest.mock('../../services/shared/permission', () => jest.requireActual<typeof RecordedChecks>('../support/recorded-checks').recordedChecks());

const ALL = SERVICES.flatMap((service) => fieldsOf(service.subgraph.schema).map((field) => ({ ...field, service })));
const actorOf = (role: Role): Actor => (role === 'PUBLIC' ? ANONYMOUS : { id: 'x', role, regionCode: '140100', agencyCode: '140100013' });
const actionsOn = ({ access }: ServiceAccess, type: string, name: string): readonly string[] => actionsOf(access[type]?.[name] ?? 'PUBLIC') ?? [];

/** The services check for themselves: what the gateway lets pass by mistake, or a stranger brings in, they refuse too. */
describe('a service asked past the gateway', () => {
  // There is no database behind: who is let in gets as far as that, or to a complaint about what was asked.
  const CALLERS = new Map(SERVICES.map(({ name, subgraph }) => [name, localSubgraph(subgraph)]));
  const codesOf = async (service: ServiceAccess, query: string, role: Role): Promise<unknown[]> => {
    const call = { document: parse(query), variables: {}, operationName: undefined, actor: actorOf(role), requestId: 'r', operation: {} };
    const result = await CALLERS.get(service.name)!.call(call, AbortSignal.timeout(10_000));
    return (result.errors ?? []).map((error: GraphQLError) => error.extensions.code);
  };

  it.each(ALL.filter(({ type }) => type === 'Query' || type === 'Mutation'))('refuses $type $name to whom the tables give nothing, by the action its decision names', async ({ type, name, service }) => {
    const query = minimalOperation(service.subgraph.schema, type.toLowerCase() as OperationTypeNode, name);
    const roles = letIn(service, type, name);
    const declared = actionsOn(service, type, name);
    for (const role of ROLES) {
      checkedActions.length = 0;
      const codes = await codesOf(service, query, role);
      if (roles === null) {
        expect({ role, codes }).not.toEqual({ role, codes: [expect.stringMatching(/UNAUTHENTICATED|FORBIDDEN/)] });
      } else {
        // Further look-ups decide what is shown of the answer; the first one decides whether there is one.
        expect({ role, isDeclared: declared.includes(checkedActions[0]!) }).toEqual({ role, isDeclared: true });
        if (!roles.includes(role)) expect({ role, codes }).toEqual({ role, codes: [role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN'] });
      }
    }
  });
});

describe('a field that looks into the permission table', () => {
  const inner = ALL.filter(({ type }) => !ROOTS.includes(type));

  /** Runs the field's own resolver with whatever it may want. What it answers does not matter, only whether it asks the table. */
  async function lookedUp({ service, type, name }: (typeof inner)[number]): Promise<string[]> {
    const field = (service.subgraph.schema.getType(type) as GraphQLObjectType).getFields()[name]!;
    checkedActions.length = 0;
    for (const role of ['PUBLIC', 'ADMIN'] as const) {
      const context = new Proxy({}, { get: (_target, key) => (key === 'actor' ? actorOf(role) : key === 'today' ? '2014-09-05' : ANYTHING) });
      try {
        await field.resolve?.(ANYTHING, {}, context, ANYTHING);
      } catch {
        // it wanted something else: it got as far as it could
      }
    }
    return [...new Set(checkedActions)];
  }

  it('declares the action, on a type of any kind', async () => {
    const found: string[] = [];
    for (const field of inner) {
      const actions = await lookedUp(field);
      if (actions.length > 0) found.push(`${field.type}.${field.name}`);
      const undeclared = actions.filter((action) => !actionsOn(field.service, field.type, field.name).includes(action));
      expect({ field: `${field.type}.${field.name}`, undeclared }).toEqual({ field: `${field.type}.${field.name}`, undeclared: [] });
    }
    // It does find them: these are known.
    expect(found).toEqual(expect.arrayContaining(['Agency.mandateFindings', 'Agency.mandateProposals', 'Case.applicant', 'PowerItem.legalityFindings', 'PowerItem.mandateFindings', 'ReviewCycle.drafts']));
  });
});
