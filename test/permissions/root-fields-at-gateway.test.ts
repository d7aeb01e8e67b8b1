import { buildSchema, GraphQLError, type OperationTypeNode } from 'graphql';
import { createHubFace } from '../../gateway/hub-face';
import type { Identity } from '../../gateway/identity';
import { SILENT } from '../../gateway/log';
import { serve, type Served } from '../../gateway/serve';
import type { SubgraphCaller } from '../../gateway/subgraph-caller';
import { ANONYMOUS, type Role, ROLES } from '../../services/shared/actor';
import { LANES } from '../support/lanes';
import { minimalOperation } from '../support/minimal-operation';
import { hubConfig } from '../support/sample-hub';
import { composedNow, fieldsOf, letIn, ROOTS, SERVICES } from '../support/service-access';
import { post } from '../support/toy-hub';

const ROOT_FIELDS = SERVICES.flatMap((service) =>
  fieldsOf(service.subgraph.schema)
    .filter(({ type }) => ROOTS.includes(type))
    .map((field) => ({ ...field, service, roles: letIn(service, field.type, field.name) })),
);
const SHOWN = ROOT_FIELDS.filter(({ isInaccessible }) => !isInaccessible);

/** Services that only tell that they were asked. */
const asked: string[] = [];
const answer = { data: null, errors: [new GraphQLError('reached', { extensions: { code: 'BAD_USER_INPUT' } })] };
const callers: SubgraphCaller[] = SERVICES.map(({ name }) => ({
  name,
  call: async () => (asked.push(name), answer),
  subscribe: async () => (asked.push(name), answer),
  watch: () => undefined,
  ready: async () => ({ database: 'ok', followers: [] }),
}));

/** Takes the header for the role. */
const identity: Identity = {
  known: () => null,
  authenticate: async (authorization) =>
    authorization === undefined ? ANONYMOUS : { id: 'x', role: authorization as Role, regionCode: '140100', agencyCode: '140100013' },
};

describe.each(LANES)('the gateway, %s,', (_lane, trusted) => {
  let served: Served;
  let stop: () => Promise<void>;
  let operationOn: (type: string, name: string) => string;
  const askAs = (role: Role, query: string, variables: unknown = {}) => {
    asked.length = 0;
    return post(`${served.origin}/graphql`, JSON.stringify({ query, variables }), role === 'PUBLIC' ? {} : { authorization: role });
  };
  const refusal = (role: Role, path: string) =>
    role === 'PUBLIC'
      ? { status: 401, errors: [{ path: [path], extensions: { code: 'UNAUTHENTICATED' } }] }
      : { status: 403, errors: [{ path: [path], extensions: { code: 'FORBIDDEN' } }] };

  beforeAll(async () => {
    const schemas = await composedNow();
    const api = buildSchema(schemas.api);
    operationOn = (type, name) => minimalOperation(api, type.toLowerCase() as OperationTypeNode, name);
    const face = await createHubFace({ config: hubConfig(), callers, identity, log: SILENT, schemas, trusted });
    served = await serve(face.handler, { port: 0, host: '127.0.0.1' });
    stop = async () => {
      await served.stop();
      await face.stop();
    };
  });
  afterAll(() => stop());

  it.each(SHOWN)('lets into $type $name whom the tables let in, and asks no service for anybody else', async ({ type, name, service, roles }) => {
    const query = operationOn(type, name);
    for (const role of ROLES) {
      const { status, errors, data } = await askAs(role, query);
      const isLetIn = roles === null || roles.includes(role);
      expect({ role, asked: asked.length > 0 }).toEqual({ role, asked: isLetIn });
      if (isLetIn) expect({ role, asked: new Set(asked), code: errors[0]!.extensions.code }).toEqual({ role, asked: new Set([service.name]), code: 'BAD_USER_INPUT' });
      else expect({ role, status, errors, data }).toMatchObject({ role, ...refusal(role, name) });
    }
  });

  it('shows nobody what is between the services alone', async () => {
    for (const { type, name } of ROOT_FIELDS.filter(({ isInaccessible }) => isInaccessible)) {
      expect({ name, answer: await askAs('ADMIN', `${type.toLowerCase()} { ${name} { __typename } }`) }).toMatchObject({
        name,
        answer: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
      });
      expect(asked).toEqual([]);
    }
  });

  describe('follows', () => {
    const CASE = '{ case(number: "1") { number } }';
    const hidden: [string, string, string][] = [
      ['an alias', '{ region: case(number: "1") { number } }', 'region'],
      ['a fragment', 'query { ...A } fragment A on Query { ...B } fragment B on Query { case(number: "1") { number } }', 'case'],
      ['an inline fragment', `query { ... on Query { ... ${CASE} } }`, 'case'],
      ['a condition that holds', 'query ($yes: Boolean! = true) { ... @include(if: $yes) { case(number: "1") @skip(if: false) { number } } }', 'case'],
      ['a condition left to its default', 'query ($maybe: Boolean! = false) { case(number: "1") @skip(if: $maybe) { number } }', 'case'],
      ['a public field beside it', '{ region(code: "140100") { name } case(number: "1") { number } }', 'case'],
    ];
    it.each(hidden)('%s', async (_way, query, path) => {
      expect(await askAs('PUBLIC', query)).toMatchObject(refusal('PUBLIC', path));
      expect(asked).toEqual([]);
      await askAs('SERVICE_CENTER', query);
      expect(asked).not.toEqual([]);
    });
  });

  it('judges the operation that is run, and what of it is run', async () => {
    const both = 'query Open { region(code: "140100") { name } } query Closed { case(number: "1") { number } }';
    const named = (operationName: string) => post(`${served.origin}/graphql`, JSON.stringify({ query: both, operationName }));
    expect(await named('Open')).toMatchObject({ status: 200 });
    expect(await named('Closed')).toMatchObject(refusal('PUBLIC', 'case'));
    expect((await named('')).errors).not.toEqual([]);
    const optional = 'query ($inside: Boolean!) { region(code: "140100") { name } case(number: "1") @include(if: $inside) { number } }';
    await askAs('PUBLIC', optional, { inside: false });
    expect(asked).toContain('organisation');
    expect(await askAs('PUBLIC', optional, { inside: true })).toMatchObject(refusal('PUBLIC', 'case'));
    expect(asked).toEqual([]);
  });

  it('refuses the same over GET, and says how to log in', async () => {
    asked.length = 0;
    const url = `${served.origin}/graphql?query=${encodeURIComponent('{ case(number: "1") { number } }')}`;
    const answered = await fetch(url, { headers: { 'x-hub-preflight': '1', accept: 'application/json' } });
    expect({ status: answered.status, login: answered.headers.get('www-authenticate'), asked }).toEqual({ status: 401, login: 'Bearer', asked: [] });
  });
});
