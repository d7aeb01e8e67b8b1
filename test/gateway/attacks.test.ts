import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { inProject } from '../../services/shared/project-root';
import { DEFAULT_LIMITS } from '../../gateway/limits/limits';
import { LANES } from '../support/lanes';
import { post, type ToyAnswer, type ToyHub, toyHub } from '../support/toy-hub';

const ITEM_GUIDE = readFileSync(inProject('schema', 'operations', 'service-center-frontend', 'ItemGuide.graphql'), 'utf8');
const SMALL = '{ powerItem(code: "item-0") { name } }';

/** Each fragment spreads the next `width` times: `width` to the power of `length` selections. */
const bomb = (width: number, length: number): string =>
  [
    '{ powerItem(code: "item-0") { ...f0 } }',
    ...Array.from({ length }, (_, i) => `fragment f${i} on PowerItem { ${`...f${i + 1} `.repeat(width)}}`),
    `fragment f${length} on PowerItem { code }`,
  ].join('\n');

/** The same through fields: aliases of an object field, each with the next fragment. */
const fieldBomb = (width: number, length: number): string =>
  [
    '{ powerItem(code: "item-0") { implementingAgency { powerItems { nodes { ...f0 } } } } }',
    ...Array.from(
      { length },
      (_, i) => `fragment f${i} on PowerItem { ${'implementingAgency { powerItems { nodes { ...fN } } } '.replace('fN', `f${i + 1}`).repeat(width)} }`,
    ),
    `fragment f${length} on PowerItem { code }`,
  ].join('\n');

const nested = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

async function expectInnocentIsAnswered(hub: ToyHub): Promise<void> {
  const next = await hub.ask(ITEM_GUIDE, { code: 'item-0' });
  expect(next.status).toBe(200);
  expect(next.errors).toEqual([]);
  expect(next.data.powerItem.guide.steps).toHaveLength(2);
  expect(Object.keys(Object.prototype)).toEqual([]);
}

describe.each(LANES)('the endpoint withstands, %s,', (_lane, trusted) => {
  let hub: ToyHub;
  beforeAll(async () => {
    hub = await toyHub({ trusted, limits: { costTrusted: DEFAULT_LIMITS.costAnonymous } });
    await hub.ask(ITEM_GUIDE, { code: 'item-0' });
  });
  afterAll(() => hub.stop());

  // Whatever came before, the next innocent request is answered.
  afterEach(() => expectInnocentIsAnswered(hub));

  const expectRefused = (answer: ToyAnswer, status: number, code: string): void => {
    expect({ status: answer.status, code: answer.errors[0]?.extensions.code }).toEqual({ status, code });
    expect(answer.data ?? null).toBeNull();
    expect(answer.text.length).toBeLessThan(2048);
  };

  describe('names that would pollute Object.prototype', () => {
    it.each(['__proto__', 'constructor', 'prototype'])('%s as alias, variable, operation and fragment name', async (name) => {
      for (const query of [
        `{ ${name}: powerItem(code: "item-0") { code } }`,
        `{ powerItem(code: "item-0") { ${name}: implementingAgency { name } } }`,
        `query ($${name}: ID!) { powerItem(code: $${name}) { code } }`,
        `query ${name} { powerItem(code: "item-0") { code } }`,
        `{ powerItem(code: "item-0") { ...${name} } } fragment ${name} on PowerItem { code }`,
      ])
        expectRefused(await hub.ask(query), 400, 'UNSAFE_NAME');
    });

    it('__proto__ as operationName', async () => {
      const body = JSON.stringify({ query: SMALL, operationName: '__proto__' });
      expectRefused(await post(`${hub.origin}/graphql`, body), 400, 'UNSAFE_NAME');
    });

    it('__proto__ as a key anywhere in variables', async () => {
      for (const variables of ['{"__proto__":{"code":"x"}}', '{"filter":{"status":[{"__proto__":{"polluted":1}}]}}']) {
        const body = `{"query":${JSON.stringify(SMALL)},"variables":${variables}}`;
        expectRefused(await post(`${hub.origin}/graphql`, body), 400, 'UNSAFE_NAME');
      }
    });
  });

  /** About 10 ms of processor; unguarded 5–20 s. Not the clock: what else runs on this machine is no matter. */
  const BEFORE_A_PLANNER_WOULD = 3000;
  const processorMs = (before: NodeJS.CpuUsage): number => process.cpuUsage(before).user / 1000;

  describe('fragment bombs', () => {
    it.each([
      ['4^8', bomb(4, 8)],
      ['2^17', bomb(2, 17)],
      ['4^8 through fields', fieldBomb(4, 8)],
    ])('%s at once, without holding up a small query', async (_name, query) => {
      const before = process.cpuUsage();
      const [refused, small] = await Promise.all([hub.ask(query), hub.ask(SMALL)]);
      expectRefused(refused, 400, 'SELECTION_LIMIT');
      expect(small.data.powerItem.name).toBe('取水许可');
      expect(processorMs(before)).toBeLessThan(BEFORE_A_PLANNER_WOULD);
    });

    it('a fragment that contains itself', async () => {
      const query = '{ powerItem(code: "item-0") { ...a } } fragment a on PowerItem { implementingAgency { powerItems { nodes { ...b } } } } fragment b on PowerItem { ...a }';
      expectRefused(await hub.ask(query), 400, 'SELECTION_LIMIT');
    });

    it('a bomb in fragments that no operation uses', async () => {
      expectRefused(await hub.ask(`${SMALL} ${bomb(4, 8).split('\n').slice(1).join('\n')}`), 400, 'SELECTION_LIMIT');
    });

    it('as many equal fields as the token limit leaves room for', async () => {
      const before = process.cpuUsage();
      await hub.ask(`{ powerItem(code: "item-0") { ${'implementingAgency { name } '.repeat(490)} } }`);
      expect(processorMs(before)).toBeLessThan(BEFORE_A_PLANNER_WOULD);
    });
  });

  it('too many tokens', async () => {
    expectRefused(await hub.ask(`{ powerItem(code: "item-0") { ${'code '.repeat(2000)} } }`), 400, 'TOKEN_LIMIT');
  });

  it('fields nested deeper than 12, through fragments too', async () => {
    const loop = 'implementingAgency { powerItems { nodes {';
    expectRefused(await hub.ask(`{ powerItem(code: "a") { ${loop.repeat(4)} code ${'} } }'.repeat(4)} } }`), 400, 'DEPTH_LIMIT');
  });

  it('more than 30 aliases, root fields, 50 directives', async () => {
    const times = (count: number, text: (i: number) => string): string => Array.from({ length: count }, (_, i) => text(i)).join(' ');
    expectRefused(await hub.ask(`{ powerItem(code: "a") { ${times(31, (i) => `a${i}: code`)} } }`), 400, 'ALIAS_LIMIT');
    expectRefused(await hub.ask(`{ ${times(31, () => 'catalogChanges { totalCount }')} }`), 400, 'ROOT_FIELD_LIMIT');
    expectRefused(await hub.ask(`{ powerItem(code: "a") { ${times(51, () => 'code @include(if: true)')} } }`), 400, 'DIRECTIVE_LIMIT');
  });

  it('variables nested 33 or 5,000 deep', async () => {
    for (const depth of [33, 5000]) {
      const query = 'query ($filter: PowerItemFilter) { powerItems(filter: $filter) { totalCount } }';
      const body = `{"query":${JSON.stringify(query)},"variables":${nested(depth)}}`;
      expectRefused(await post(`${hub.origin}/graphql`, body), 400, 'VARIABLES_DEPTH_LIMIT');
    }
  });

  it('a body over 1 MB, announced or streamed', async () => {
    const body = JSON.stringify({ query: SMALL, variables: { padding: 'x'.repeat(1024 * 1024) } });
    expectRefused(await post(`${hub.origin}/graphql`, body), 413, 'BODY_LIMIT');
    const streamed = await fetch(`${hub.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  it('batches, bodies that are no request, and broken JSON', async () => {
    for (const body of [`[{"query":${JSON.stringify(SMALL)}}]`, '[]', '{}', '"text"', '1', 'null', '{', '', '{"query":1}', '{"query":"{a","variables":[]}'])
      expect((await post(`${hub.origin}/graphql`, body)).status).toBe(400);
  });

  it('forms, plain text and GET without a preflight header', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', ''])
      expectRefused(await post(`${hub.origin}/graphql`, `query=${SMALL}`, { 'content-type': type }), 403, 'PREFLIGHT_REQUIRED');
    const get = `${hub.origin}/graphql?query=${encodeURIComponent(SMALL)}`;
    expect((await fetch(get)).status).toBe(403);
    expect((await fetch(get, { headers: { 'x-hub-preflight': '1' } })).status).toBe(200);
  });

  it('a mutation by GET', async () => {
    const query = 'mutation { approveMandate(input: { mandateId: "1" }) { __typename } }';
    const response = await fetch(`${hub.origin}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'x-hub-preflight': '1' } });
    expect(response.status).toBe(405);
    expect(hub.organisation.asked).not.toContain('approveMandate');
  });

  it('aliases that are GraphQL’s own names, which would stop the executor or mislead it', async () => {
    for (const name of ['__defineGetter__', '__lookupSetter__', '__typename', '__anything'])
      expectRefused(await hub.ask(`{ powerItem(code: "item-0") { ${name}: name } }`), 400, 'UNSAFE_NAME');
  });

  it('a null character, which no database keeps, in a text or a variable', async () => {
    expectRefused(await hub.ask('{ powerItem(code: "a\\u0000") { name } }'), 400, 'UNSAFE_TEXT');
    for (const filter of [{ text: 'a\0' }, { status: ['\0'] }])
      expectRefused(await hub.ask('query ($filter: PowerItemFilter) { powerItems(filter: $filter) { totalCount } }', { filter }), 400, 'UNSAFE_TEXT');
  });

  it('an address that is none', async () => {
    const { hostname, port } = new URL(hub.origin);
    const asked = httpRequest({ hostname, port, path: '//[', method: 'POST' }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    expect([response.statusCode, JSON.parse(await text(response))]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
  });

  it('other charsets and compressed bodies', async () => {
    const body = JSON.stringify({ query: SMALL });
    for (const charset of ['utf-16', 'utf-8; charset=utf-16'])
      expectRefused(await post(`${hub.origin}/graphql`, body, { 'content-type': `application/json; charset=${charset}` }), 415, 'UNSUPPORTED_CHARSET');
    expectRefused(await post(`${hub.origin}/graphql`, body, { 'content-encoding': 'gzip' }), 415, 'UNSUPPORTED_ENCODING');
  });

  it('tokens that prove nothing, and any token in the address', async () => {
    for (const authorization of ['Bearer nonsense', 'Basic dTpw', 'Bearer', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZSI6IkFETUlOIn0.'])
      expectRefused(await hub.ask(SMALL, {}, { authorization }), 401, 'UNAUTHENTICATED');
    for (const name of ['access_token', 'Authorization', 'jwt'])
      expectRefused(await post(`${hub.origin}/graphql?${name}=x`, JSON.stringify({ query: SMALL })), 400, 'TOKEN_IN_URL');
  });

  it('mistakes, with at most five errors, no suggestions and no echo of a megabyte', async () => {
    const typos = await hub.ask(`{ powerItem(code: "item-0") { ${Array.from({ length: 20 }, (_, i) => `nam${i}`).join(' ')} codee } }`);
    expect(typos.errors.length).toBeLessThanOrEqual(5);
    expect(typos.text).not.toMatch(/did you mean/i);
    const long = await hub.ask(`{ powerItem(code: "item-0") { ${'x'.repeat(900_000)} } }`);
    expect(long.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(long.text.length).toBeLessThan(2048);
  });

  it('wrong variables, as the caller’s mistake', async () => {
    const answer = await hub.ask('query ($code: ID!) { powerItem(code: $code) { code } }', { code: { a: 1 } });
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('pages of pages, with what they cost and what they may', async () => {
    const pages = (first: string): string => `{ powerItems(first: ${first}) { nodes { implementingAgency { powerItems(first: ${first}) { nodes { name code } } } } } }`;
    hub.catalog.asked.length = 0;
    const refused = await hub.ask(pages('100'));
    expectRefused(refused, 400, 'COST_LIMIT');
    expect(refused.errors[0]!.message).toMatch(/代价为 \d{5}.*上限 10000/);
    expectRefused(await hub.ask(`query ($n: Int = 100) ${pages('$n')}`), 400, 'COST_LIMIT');
    expectRefused(await hub.ask(`query ($n: Int) ${pages('$n')}`, { n: 100 }), 400, 'COST_LIMIT');
    expectRefused(await hub.ask(pages('1000000')), 400, 'COST_LIMIT');
    expect(hub.catalog.asked).toEqual([]);
    expect((await hub.ask(pages('20'))).status).toBe(200);
  });

  it('_entities asked from outside, and 20,000 keys', async () => {
    const representations = Array.from({ length: 20_000 }, (_, i) => ({ __typename: 'PowerItem', code: String(i) }));
    const answer = await hub.ask('query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { r: representations });
    expect(answer.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(answer.data ?? null).toBeNull();
    expect(answer.text.length).toBeLessThan(2048);
  });

  it('unknown and wrong hashes of documents', async () => {
    const hash = 'a'.repeat(64);
    const send = (body: unknown) => post(`${hub.origin}/graphql`, JSON.stringify(body));
    expectRefused(await send({ documentId: `sha256:${hash}` }), 400, 'DOCUMENT_UNKNOWN');
    expectRefused(await send({ query: SMALL, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }), 400, 'DOCUMENT_MISMATCH');
    expectRefused(await send({ query: SMALL, extensions: { persistedQuery: { version: 1, sha256Hash: '__proto__' } } }), 400, 'DOCUMENT_UNKNOWN');
  });

  it('an operation that is not registered, where only registered ones run', async () => {
    const closed = await toyHub({ operations: { trustedOnly: true } });
    expectRefused(await closed.ask(SMALL), 400, 'DOCUMENT_NOT_TRUSTED');
    await expectInnocentIsAnswered(closed);
    await closed.stop();
  });

  it('more requests than an address may send, for others', async () => {
    const counted = await toyHub({ rates: { perAddress: 2 }, trustedProxies: 1 });
    const from = (address: string) => counted.ask(SMALL, {}, { 'x-forwarded-for': address });
    await from('192.0.2.1');
    await from('192.0.2.1');
    expectRefused(await from('192.0.2.1'), 429, 'RATE_LIMIT');
    expect((await from('192.0.2.2')).status).toBe(200);
    await counted.stop();
  });

  it('introspection when it is off', async () => {
    const closed = await toyHub({ introspection: false });
    const answer = await closed.ask('{ __schema { types { name } } }');
    expectRefused(answer, 400, 'INTROSPECTION_OFF');
    await expectInnocentIsAnswered(closed);
    await closed.stop();
  });
});

describe('the endpoint allows', () => {
  it('a budget that hangs on who asks', async () => {
    const hub = await toyHub();
    const query = '{ powerItems(first: 100) { nodes { implementingAgency { powerItems(first: 100) { nodes { name code } } } } } }';
    const authorization = `Bearer ${await hub.identity.issue({ id: 'r', role: 'REPORTING', regionCode: '140100', agencyCode: null }, 60)}`;
    expect(await hub.ask(query)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'COST_LIMIT' } }] });
    expect((await hub.ask(query, {}, { authorization })).status).toBe(200);
    await hub.stop();
  });
});
