import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { createRequestHandler } from '../../gateway/request-handler';
import { sendJson } from '../../gateway/answer-http';
import { hubReadiness } from '../../gateway/readiness';
import { SILENT } from '../../gateway/log';
import { createAdmission } from '../../gateway/rates/admit';
import { createRateLimiter } from '../../gateway/rates/rate-limiter';
import { NO_RATES } from '../../gateway/rates/rates';
import { serve } from '../../gateway/serve';
import { type ToyHub, toyHub } from '../support/toy-hub';
import { ANONYMOUS } from '../../services/shared/actor';

describe('the hub’s addresses', () => {
  let hub: ToyHub;
  beforeAll(async () => void (hub = await toyHub()));
  afterAll(() => hub.stop());

  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${hub.origin}${path}`, { headers });

  it('/healthz says it is alive', async () => {
    const response = await get('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('/readyz shows every subgraph and the lag of its followers', async () => {
    hub.serviceCenter.ready = async () => ({
      database: 'ok',
      followers: [{ source: 'catalog', cursor: 3, head: 5, lag: 2, error: 'connect ECONNREFUSED 127.0.0.1:4001' }],
      checkpoints: { treeSize: 7, head: 9, waitingSince: '2026-01-15T02:00:00.000Z', error: 'ENOENT: /srv/hub/journal-signing.key' },
    });
    const response = await get('/readyz');
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      status: 'ready',
      subgraphs: {
        catalog: { database: 'ok', journal: null },
        'service-center': {
          journal: { head: 9, signed: 7, waitingSince: '2026-01-15T02:00:00.000Z', stalled: true },
          followers: [{ source: 'catalog', lag: 2, stalled: true }],
        },
      },
    });
    expect(text).not.toMatch(/127\.0\.0\.1|srv/);
  });

  it('/readyz answers 503 when a database is unreachable or a subgraph does not answer', async () => {
    hub.organisation.ready = async () => ({ database: 'unreachable', followers: [] });
    expect((await get('/readyz')).status).toBe(503);
    hub.organisation.ready = async () => ({ database: 'ok', followers: [] });
    const hung = { name: 'organisation', call: async () => ({}), subscribe: async () => ({}), watch: () => undefined, ready: () => new Promise<never>(() => undefined) };
    expect(await hubReadiness([hung], 50)).toEqual({ status: 'not-ready', subgraphs: { organisation: { database: 'unknown', journal: null, followers: [] } } });
  });

  it('/graphiql is GraphiQL with the consumers’ operations as tabs, and loads nothing from elsewhere', async () => {
    const response = await get('/graphiql', { accept: 'text/html' });
    const html = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('query ItemGuide($code: ID!)');
    expect(html).toContain('14010001301000100');
    expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="?https?:/);
    const again = await get('/graphiql', { 'if-none-match': response.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  it('the page’s introspection is within the limits', async () => {
    const query = getIntrospectionQuery({ schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true });
    const answer = await hub.ask(query);
    expect(answer.errors).toEqual([]);
    expect(buildClientSchema(answer.data).getQueryType()?.getFields()).toHaveProperty('powerItem');
  });

  it('anything else is not found', async () => {
    const response = await get('/admin');
    expect([response.status, await response.json()]).toEqual([404, { errors: [{ message: '没有这个地址', extensions: { code: 'NOT_FOUND' } }] }]);
    expect((await fetch(`${hub.origin}/graphql`, { method: 'DELETE' })).status).toBe(405);
  });

  it('keeps a request’s id when it is fit for a log, else makes one', async () => {
    expect((await get('/healthz', { 'x-request-id': 'abc-1' })).headers.get('x-request-id')).toBe('abc-1');
    expect((await get('/healthz', { 'x-request-id': 'a b' })).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('mounts further routes, with their caller established and their faults masked', async () => {
    const handler = createRequestHandler({
      gateway: {} as never,
      cache: { find: () => null, answer: async (_key, make) => make() },
      admit: createAdmission({ identity: hub.identity, limiter: createRateLimiter({ rates: NO_RATES, redisUrl: null, log: SILENT }), trustedProxies: 0 }),
      limits: { bodyBytes: 10 },
      ready: async () => ({ status: 'ready', subgraphs: {} }),
      routes: {
        'POST /imports': (_request, response, { actor }) => sendJson(response, 200, actor),
        'GET /broken': () => Promise.reject(new Error('connect 10.0.0.1')),
      },
      log: SILENT,
    });
    const { origin, stop } = await serve(handler, { port: 0, host: '127.0.0.1' });
    expect(await (await fetch(`${origin}/imports`, { method: 'POST' })).json()).toEqual(ANONYMOUS);
    expect((await fetch(`${origin}/imports`, { method: 'POST', headers: { authorization: 'Bearer x' } })).status).toBe(401);
    expect((await fetch(`${origin}/imports`)).status).toBe(404);
    const broken = await fetch(`${origin}/broken`);
    expect([broken.status, await broken.text()]).toEqual([500, expect.not.stringContaining('10.0.0.1')]);
    await stop();
  });
});
