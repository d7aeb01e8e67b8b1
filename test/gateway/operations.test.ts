import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { type DocumentNode, print } from 'graphql';
import { type ConsumerOperation, contractOperations, readOperations } from '../../schema/read-operations';
import { hashOf, trustedOperations } from '../../schema/trusted-operations';
import { withTypenames } from '../../schema/with-typenames';
import { post, type ToyAnswer, type ToyHub, toyHub } from '../support/toy-hub';

const CONTRACT = contractOperations();
const ITEM_GUIDE = CONTRACT.find(({ name }) => name === 'ItemGuide')!;
const APPROVE = CONTRACT.find(({ name }) => name === 'ApproveMandate')!;
/** As @apollo/client sends a document. */
const asApolloSends = (document: DocumentNode): DocumentNode => new InMemoryCache().transformDocument(document);
const hashOfOperation = ({ document }: ConsumerOperation): string => hashOf(print(document));

const AD_HOC = '{ powerItem(code: "item-0") { name } }';
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

type Address = Record<string, unknown>;

async function get(hub: ToyHub, parameters: Address, headers: Record<string, string> = {}): Promise<ToyAnswer & { headers: Headers }> {
  const search = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
  const response = await fetch(`${hub.origin}/graphql?${search}`, { headers: { accept: 'application/json', ...headers } });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, errors: [], data: undefined, ...(text.startsWith('{') ? (JSON.parse(text) as object) : {}) };
}

const send = (hub: ToyHub, body: Address, headers: Record<string, string> = {}): Promise<ToyAnswer> => post(`${hub.origin}/graphql`, JSON.stringify(body), { accept: 'application/json', ...headers });

const codeOf = ({ status, errors }: ToyAnswer) => [status, errors[0]?.extensions.code];

describe('the registry', () => {
  it('has every consumer’s operation as written and as @apollo/client sends it', () => {
    const registry = trustedOperations();
    for (const { name, consumer, document } of readOperations()) {
      expect(registry[hashOf(print(document))]).toEqual({ consumer, name });
      expect(print(withTypenames(document))).toBe(print(asApolloSends(document)));
      expect(registry[hashOf(print(asApolloSends(document)))]).toEqual({ consumer, name, typenames: true });
    }
  });

  it('does not depend on comments and layout', () => {
    const [changed] = CONTRACT.map((operation) => ({ ...operation, document: gql(`# another remark\n${operation.text.replaceAll('\n', '\n\n')}`) }));
    expect(Object.keys(trustedOperations([changed!]))).toEqual(Object.keys(trustedOperations([CONTRACT[0]!])));
  });
});

describe('registered operations', () => {
  let hub: ToyHub;
  beforeAll(async () => void (hub = await toyHub()));
  afterAll(() => hub.stop());

  it.each(CONTRACT.filter(({ name }) => name !== 'ApproveMandate').map((operation) => [operation.name, operation] as const))(
    '%s answers by GET with its hash what it answers by POST, byte for byte',
    async (_name, operation) => {
      const { text: query, variables, name: operationName } = operation;
      const hash = hashOfOperation(operation);
      const posted = await send(hub, { query, variables });
      expect(posted.status).toBe(200);
      const ways = [
        await get(hub, { documentId: `sha256:${hash}`, variables }),
        await get(hub, { documentId: hash, variables, operationName }),
        await get(hub, { extensions: persisted(hash), variables, operationName }),
        await send(hub, { documentId: `sha256:${hash}`, variables }),
        await send(hub, { extensions: persisted(hash), variables }),
      ];
      for (const answer of ways) expect([answer.status, answer.text]).toEqual([200, posted.text]);
    },
  );

  it('a mutation runs by POST and not by GET', async () => {
    const documentId = `sha256:${hashOfOperation(APPROVE)}`;
    const { variables } = APPROVE;
    hub.organisation.asked.length = 0;
    expect((await get(hub, { documentId, variables })).status).toBe(405);
    expect((await get(hub, { extensions: persisted(hashOfOperation(APPROVE)), variables })).status).toBe(405);
    expect(hub.organisation.asked).toEqual([]);
    const posted = await send(hub, { documentId, variables });
    const inWords = await send(hub, { query: APPROVE.text, variables });
    expect(posted.text).toBe(inWords.text);
  });

  it.each([
    ['unknown', `sha256:${hashOf('{ __typename }')}`],
    ['of another algorithm', `md5:${hashOf(AD_HOC)}`],
    ['no hash', '../trusted.json'],
    ['a number', 7],
    ['a name every object has', 'constructor'],
  ])('an id that is %s is refused', async (_what, documentId) => {
    expect(codeOf(await get(hub, { documentId }))).toEqual([400, 'DOCUMENT_UNKNOWN']);
    expect(codeOf(await send(hub, { documentId }))).toEqual([400, 'DOCUMENT_UNKNOWN']);
  });

  it('an id and a text at once are refused', async () => {
    const documentId = `sha256:${hashOfOperation(ITEM_GUIDE)}`;
    expect(codeOf(await send(hub, { documentId, query: AD_HOC }))).toEqual([400, 'DOCUMENT_UNKNOWN']);
    expect(codeOf(await send(hub, { documentId, extensions: persisted(hashOf(AD_HOC)) }))).toEqual([400, 'DOCUMENT_UNKNOWN']);
  });

  it('an ad hoc text in the address still needs a preflight header', async () => {
    expect(codeOf(await get(hub, { query: AD_HOC }))).toEqual([403, 'PREFLIGHT_REQUIRED']);
    expect(codeOf(await get(hub, { query: AD_HOC, documentId: hashOfOperation(ITEM_GUIDE) }))).toEqual([403, 'PREFLIGHT_REQUIRED']);
  });

  it('have a budget of their own', async () => {
    const strict = await toyHub({ limits: { costAnonymous: 1, costTrusted: 100_000 } });
    const { variables, text } = ITEM_GUIDE;
    expect((await get(strict, { documentId: hashOfOperation(ITEM_GUIDE), variables })).status).toBe(200);
    expect((await send(strict, { query: text, variables })).status).toBe(200); // word for word
    expect(codeOf(await send(strict, { query: AD_HOC }))).toEqual([400, 'COST_LIMIT']);
    await strict.stop();
  });
});

describe('automatic persisted queries', () => {
  let hub: ToyHub;
  beforeEach(async () => void (hub = await toyHub()));
  afterEach(() => hub.stop());

  const ask = (query: string | undefined, hash: string): Promise<ToyAnswer> => send(hub, { ...(query === undefined ? {} : { query }), extensions: persisted(hash) });

  it('are unknown, then come with their text, then by hash alone', async () => {
    expect(codeOf(await get(hub, { extensions: persisted(hashOf(AD_HOC)) }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    const first = await ask(undefined, hashOf(AD_HOC));
    expect(first).toMatchObject({ status: 200, errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    const second = await ask(AD_HOC, hashOf(AD_HOC));
    const third = await ask(undefined, hashOf(AD_HOC));
    const byAddress = await get(hub, { extensions: persisted(hashOf(AD_HOC)) });
    expect(second.data).toEqual({ powerItem: { name: '取水许可' } });
    expect([third.text, byAddress.text]).toEqual([second.text, second.text]);
  });

  it('a miss is for no cache to keep', async () => {
    expect((await get(hub, { extensions: persisted(hashOf(AD_HOC)) })).headers.get('cache-control')).toMatch(/no-cache|no-store|max-age=0/);
  });

  it('under a wrong hash are refused, and nothing is kept under either', async () => {
    const other = hashOf('{ powerItem(code: "item-1") { name } }');
    expect(codeOf(await ask(AD_HOC, other))).toEqual([400, 'DOCUMENT_MISMATCH']);
    for (const hash of [other, hashOf(AD_HOC)]) expect(codeOf(await ask(undefined, hash))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  });

  it('cannot take the place of a registered one', async () => {
    const hash = hashOfOperation(ITEM_GUIDE);
    expect(codeOf(await ask(AD_HOC, hash))).toEqual([400, 'DOCUMENT_MISMATCH']);
    const { data } = await send(hub, { extensions: persisted(hash), variables: { code: 'item-0' } });
    expect(data.powerItem.guide.steps).toHaveLength(2);
  });

  it.each([
    ['that do not parse', '{ powerItem('],
    ['that are not valid', '{ powerItem(code: "item-0") { nothing } }'],
    ['past a limit', `{ powerItem(code: "item-0") { ${'code '.repeat(2001)} } }`],
    ['that cost too much', '{ powerItems(first: 100) { nodes { implementingAgency { powerItems(first: 100) { nodes { name code } } } } } }'],
    ['with an unsafe name', '{ __proto__: powerItem(code: "item-0") { code } }'],
  ])('%s are not kept', async (_what, query) => {
    expect((await ask(query, hashOf(query))).errors).not.toEqual([]);
    expect(codeOf(await ask(undefined, hashOf(query)))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['another version', { version: 2, sha256Hash: hashOf(AD_HOC) }],
    ['no hash', { version: 1 }],
    ['a hash that is none', { version: 1, sha256Hash: '__proto__' }],
    ['a list', [1]],
    ['a text', 'sha256'],
  ])('with %s are refused', async (_what, persistedQuery) => {
    expect(codeOf(await send(hub, { query: AD_HOC, extensions: { persistedQuery } }))).toEqual([400, 'DOCUMENT_UNKNOWN']);
  });

  it('a kept mutation does not run by GET', async () => {
    const query = 'mutation { approveMandate(input: { mandateId: "1" }) { __typename } }';
    await ask(query, hashOf(query));
    hub.organisation.asked.length = 0;
    expect((await get(hub, { extensions: persisted(hashOf(query)) })).status).toBe(405);
    expect(hub.organisation.asked).toEqual([]);
  });

  it('are kept by one gateway and not by the next', async () => {
    await ask(AD_HOC, hashOf(AD_HOC));
    const next = await toyHub();
    expect(codeOf(await send(next, { extensions: persisted(hashOf(AD_HOC)) }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    await next.stop();
  });

  it.each([false, true])('@apollo/client sends them, by GET: %s', async (useGETForHashedQueries) => {
    const sent: string[] = [];
    const link = new PersistedQueryLink({ sha256: hashOf, useGETForHashedQueries }).concat(
      ApolloLink.from([
        new HttpLink({
          uri: `${hub.origin}/graphql`,
          fetch: async (url, init) => {
            const response = await fetch(url, init);
            sent.push(`${init?.method} ${response.status}`);
            return response;
          },
        }),
      ]),
    );
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const query = gql('query Name($code: ID!) { powerItem(code: $code) { code name implementingAgency { code name } } }');
    const names = async (code: string) => (await client.query<{ powerItem: { name: string } }>({ query, variables: { code } })).data?.powerItem.name;
    expect([await names('item-0'), await names('item-1')]).toEqual(['取水许可', '建筑工程施工许可']);
    const hashed = useGETForHashedQueries ? 'GET 200' : 'POST 200';
    expect(sent).toEqual([hashed, 'POST 200', hashed]);
    const registered = await client.query<{ powerItem: { name: string } }>({ query: ITEM_GUIDE.document, variables: { code: 'item-2' } });
    expect(registered.data?.powerItem.name).toBe('占用城市道路处罚');
    expect(sent.slice(3)).toEqual([hashed]); // known by hash before anybody sent it
    client.stop();
  });
});

describe('only registered operations', () => {
  let hub: ToyHub;
  beforeAll(async () => void (hub = await toyHub({ operations: { trustedOnly: true } })));
  afterAll(() => hub.stop());

  it.each(CONTRACT.map((operation) => [operation.name, operation] as const))('%s passes, in words and by hash', async (_name, operation) => {
    const { text, document, variables } = operation;
    for (const query of [text, print(document), `# laid out anew\n${text.replaceAll('\n', '\n  ')}`, print(asApolloSends(document))])
      expect(codeOf(await send(hub, { query, variables }))).not.toContain(400);
    expect(codeOf(await send(hub, { documentId: hashOfOperation(operation), variables }))).not.toContain(400);
  });

  it.each([
    ['an ad hoc query', { query: AD_HOC }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['a registered one with one field more', { query: ITEM_GUIDE.text.replace('name', 'name code'), variables: { code: 'item-0' } }],
    ['a registered one with another beside it', { query: `${ITEM_GUIDE.text} query Other ${AD_HOC}`, operationName: 'Other' }],
    ['a hash with its text', { query: AD_HOC, extensions: persisted(hashOf(AD_HOC)) }],
    ['an unknown hash', { extensions: persisted(hashOf(AD_HOC)) }],
    ['what does not parse', { query: '{' }],
  ])('%s is refused', async (_what, body) => {
    expect(codeOf(await send(hub, body))).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
  });

  it('a logged in user is refused too, an administrator is not', async () => {
    const as = async (role: 'REFORM_OFFICE' | 'ADMIN') => ({
      authorization: `Bearer ${await hub.identity.issue({ id: role, role, regionCode: role === 'ADMIN' ? null : '140100', agencyCode: null }, 60)}`,
    });
    expect(codeOf(await send(hub, { query: AD_HOC }, await as('REFORM_OFFICE')))).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
    expect((await send(hub, { query: AD_HOC }, await as('ADMIN'))).data).toEqual({ powerItem: { name: '取水许可' } });
  });

  it('what an administrator had remembered opens nothing for others', async () => {
    const authorization = `Bearer ${await hub.identity.issue({ id: 'admin', role: 'ADMIN', regionCode: null, agencyCode: null }, 60)}`;
    expect((await send(hub, { query: AD_HOC, extensions: persisted(hashOf(AD_HOC)) }, { authorization })).status).toBe(200);
    expect(codeOf(await send(hub, { extensions: persisted(hashOf(AD_HOC)) }))).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
  });
});
