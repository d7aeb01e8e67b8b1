import { buildSchema, getNamedType, type GraphQLObjectType, isLeafType, isRequiredArgument } from 'graphql';
import { createHubFace } from '../../gateway/hub-face';
import { localSubgraph } from '../../gateway/local-subgraph';
import { SILENT } from '../../gateway/log';
import { serve, type Served } from '../../gateway/serve';
import { type Role, ROLES } from '../../services/shared/actor';
import { hubConfig, type SampleHub, sampleHub } from '../support/sample-hub';
import { composedNow, fieldsOf, letIn, ROOTS, SERVICES } from '../support/service-access';
import { post } from '../support/toy-hub';

const ITEM = '14010001301000100';
/** Where an object of a type with protected fields is found in public, and a field of it that is everyone's. */
const IN_PUBLIC: Record<string, { root: string; everyones: string }> = {
  Agency: { root: 'agency(code: "140100013")', everyones: 'name' },
  PowerItem: { root: `powerItem(code: "${ITEM}")`, everyones: 'name' },
};
/** Types whose objects are not found in public: the root field in front of them is protected, which is tested there. */
const BEHIND_PROTECTED_ROOTS = new Set(['MandateCrossCheck', 'ReviewCycle']);
/** Personal data, with tests of their own: `trackCase` and `remarks` find these in public, without it for anybody. */
const PERSONAL = new Set(['Case.applicant', 'Remark.contact']);

const PROTECTED = SERVICES.flatMap((service) =>
  fieldsOf(service.subgraph.schema).flatMap(({ type, name }) => {
    const roles = letIn(service, type, name);
    return roles && !ROOTS.includes(type) ? [{ type, name, roles }] : [];
  }),
);

describe('a protected field inside a public answer', () => {
  let hub: SampleHub;
  let served: Served;
  let stop: () => Promise<void>;
  let selection: (type: string, name: string) => string;

  beforeAll(async () => {
    hub = await sampleHub();
    const schemas = await composedNow();
    const api = buildSchema(schemas.api);
    selection = (type, name) => {
      const field = (api.getType(type) as GraphQLObjectType).getFields()[name]!;
      if (field.args.some(isRequiredArgument)) throw new Error(`${type}.${name} needs arguments: say which`);
      return isLeafType(getNamedType(field.type)) ? name : `${name} { __typename }`;
    };
    const callers = Object.values(hub.hub.subgraphs).map(localSubgraph);
    const face = await createHubFace({ config: hubConfig(), callers, identity: hub.hub.identity.identity, log: SILENT, schemas });
    served = await serve(face.handler, { port: 0, host: '127.0.0.1' });
    stop = async () => {
      await served.stop();
      await face.stop();
      await hub.stop();
    };
  });
  afterAll(() => stop());

  const headersOf = async (role: Role) => (role === 'PUBLIC' ? {} : hub.as(role, ...(role === 'ADMIN' ? [] : ['140100', '140100013'])));

  it('has its place in this test, whatever its type', () => {
    const known = ({ type, name }: { type: string; name: string }) => type in IN_PUBLIC || BEHIND_PROTECTED_ROOTS.has(type) || PERSONAL.has(`${type}.${name}`);
    expect(PROTECTED.filter((field) => !known(field))).toEqual([]);
  });

  it.each(PROTECTED.filter(({ type }) => type in IN_PUBLIC))('$type $name is there for whom the tables let in, and null for others, who keep the rest', async ({ type, name, roles }) => {
    const { root, everyones } = IN_PUBLIC[type]!;
    for (const role of ROLES) {
      const { status, data, errors } = await post(`${served.origin}/graphql`, JSON.stringify({ query: `{ it: ${root} { ${everyones} ${selection(type, name)} } }` }), await headersOf(role));
      const codes = errors.map(({ extensions }) => extensions.code);
      expect({ role, status, rest: data?.it?.[everyones], isThere: data?.it?.[name] != null }).toEqual({ role, status: 200, rest: expect.any(String), isThere: roles.includes(role) });
      // Some say why, some are silently empty; none says anything else.
      expect({ role, told: codes.filter((code) => code !== (role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN')) }).toEqual({ role, told: [] });
      if (roles.includes(role)) expect({ role, codes }).toEqual({ role, codes: [] });
    }
  });
});
