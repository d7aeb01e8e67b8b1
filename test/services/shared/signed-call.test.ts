import { unconnectedSubgraphs } from '../../../schema/service-schemas';
import { type Actor, ANONYMOUS } from '../../../services/shared/actor';
import { createCallVerifier, MAX_AGE_MS, signCall, type SignedRequest } from '../../../services/shared/signed-call';
import type { Readiness } from '../../../services/shared/subgraph';
import { serveSubgraph, type SubgraphServer } from '../../../services/shared/subgraph-server';

const SECRET = 'a secret of sixteen';
const HEAD: Actor = { id: '王', role: 'AGENCY_HEAD', regionCode: '140100', agencyCode: '140100013' };
const CALL: SignedRequest = { method: 'POST', path: '/graphql', body: '{"query":"{ __typename }"}' };
const NOON = new Date('2014-09-05T04:00:00Z');
const claim = (actor: Actor) => Buffer.from(JSON.stringify(actor)).toString('base64url');

describe('a signed call', () => {
  let now = NOON.getTime();
  let verify: ReturnType<typeof createCallVerifier>;
  beforeEach(() => {
    now = NOON.getTime();
    verify = createCallVerifier(SECRET, () => now);
  });
  const signed = (call = CALL, at = NOON) => signCall(SECRET, call, HEAD, at);

  it('speaks for its caller', () => {
    expect(verify(CALL, signed())).toEqual(HEAD);
    expect(verify({ ...CALL, body: Buffer.from(CALL.body) }, signed())).toEqual(HEAD);
  });

  it('speaks for nobody when a header is missing', () => {
    for (const name of Object.keys(signed())) expect(verify(CALL, { ...signed(), [name]: undefined })).toBeNull();
    expect(verify(CALL, {})).toBeNull();
  });

  it('is bound to method, path, body, caller, stamp and secret', () => {
    const altered: [SignedRequest, Record<string, string>][] = [
      [{ ...CALL, method: 'GET' }, {}],
      [{ ...CALL, path: '/seed' }, {}],
      [{ ...CALL, path: '/graphql?x=1' }, {}],
      [{ ...CALL, body: '{"query":"{ other }"}' }, {}],
      [CALL, { 'x-hub-actor': claim({ ...HEAD, role: 'ADMIN' }) }],
      [CALL, { 'x-hub-stamp': `${NOON.getTime()}.another` }],
      [CALL, { 'x-hub-signature': 'AAAA' }],
      [CALL, signCall('another secret 16', CALL, HEAD, NOON)],
    ];
    for (const [call, headers] of altered) expect(verify(call, { ...signed(), ...headers })).toBeNull();
  });

  it('is good once', () => {
    const headers = signed();
    expect(verify(CALL, headers)).toEqual(HEAD);
    expect(verify(CALL, headers)).toBeNull();
    now += MAX_AGE_MS;
    expect(verify(CALL, signed(CALL, new Date(now)))).toEqual(HEAD); // which lets it forget what is out of date
    expect(verify(CALL, headers)).toBeNull();
  });

  it('is good for half a minute, by clocks that differ in either direction', () => {
    for (const late of [MAX_AGE_MS, -MAX_AGE_MS]) expect(verify(CALL, signed(CALL, new Date(now + late)))).toEqual(HEAD);
    for (const late of [MAX_AGE_MS + 1, -MAX_AGE_MS - 1]) expect(verify(CALL, signed(CALL, new Date(now + late)))).toBeNull();
    expect(verify(CALL, { ...signed(), 'x-hub-stamp': 'soon.1' })).toBeNull();
  });
});

describe('a service over HTTP', () => {
  let server: SubgraphServer;
  beforeAll(async () => {
    server = await serveSubgraph(unconnectedSubgraphs()[0]!, { port: 0, host: '127.0.0.1', secret: SECRET });
  });
  afterAll(() => server.stop());

  const send = async ({ method, path, body }: SignedRequest, headers: Record<string, string>): Promise<number> =>
    (await fetch(`${server.origin}${path}`, { method, headers: { 'content-type': 'application/json', ...headers }, ...(method === 'GET' ? {} : { body: body as string }) })).status;
  const signedAt = (call: SignedRequest, at: number, actor: Actor = ANONYMOUS) => signCall(SECRET, call, actor, new Date(at));

  it('answers a signed call, and 401 to one that is unsigned, altered, replayed or too old', async () => {
    const headers = signedAt(CALL, Date.now());
    expect(await send(CALL, headers)).toBe(200);
    expect(await send(CALL, headers)).toBe(401);
    expect(await send(CALL, {})).toBe(401);
    expect(await send({ ...CALL, body: '{"query":"{ __schema { types { name } } }"}' }, signedAt(CALL, Date.now()))).toBe(401);
    expect(await send(CALL, { ...signedAt(CALL, Date.now()), 'x-hub-actor': claim(HEAD) })).toBe(401);
    expect(await send(CALL, signedAt(CALL, Date.now() - MAX_AGE_MS - 1000))).toBe(401);
    expect(await send(CALL, signedAt(CALL, Date.now()))).toBe(200);
  });

  it('keeps its journal and its seed to signed calls too, and the seed to the hub itself', async () => {
    const feed = { method: 'GET', path: '/feed?after=0', body: '' };
    const seed = { method: 'POST', path: '/seed', body: '' };
    for (const call of [feed, seed]) expect(await send(call, {})).toBe(401);
    expect(await send(seed, signedAt(seed, Date.now(), HEAD))).toBe(403);
  });

  it('tells all whether it is ready, and why not only to signed calls', async () => {
    const readiness: Readiness = { database: 'ok', followers: [{ source: 'organisation', cursor: 3, head: 5, lag: 2, error: 'connect ECONNREFUSED 10.9.8.7:4002' }] };
    const told = await serveSubgraph({ ...unconnectedSubgraphs()[0]!, ready: async () => readiness }, { port: 0, host: '127.0.0.1', secret: SECRET });
    const ready = async (headers: Record<string, string>) => (await fetch(`${told.origin}/readyz`, { headers })).json();
    expect(await ready({})).toEqual({ database: 'ok' });
    expect(await ready(signedAt({ method: 'GET', path: '/readyz', body: '' }, Date.now()))).toEqual(readiness);
    await told.stop();
  });
});
