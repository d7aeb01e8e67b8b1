import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer } from '../../../gateway/cache/answer-cache';
import { answerOf } from '../../../gateway/cache/send-kept';
import { createDevelopmentIdentity, type DevelopmentIdentity, Unauthenticated } from '../../../gateway/identity';
import { SILENT } from '../../../gateway/log';
import { defaultWatch } from '../../../gateway/observed/settings';
import { type Watch, watchHub } from '../../../gateway/observed/watch-hub';
import { createAdmission } from '../../../gateway/rates/admit';
import { createRateLimiter } from '../../../gateway/rates/rate-limiter';
import { NO_RATES, type Rates } from '../../../gateway/rates/rates';
import { createRequestHandler } from '../../../gateway/request-handler';
import { serve, type Served } from '../../../gateway/serve';
import type { Actor } from '../../../services/shared/actor';

const ACTOR: Actor = { id: 'x', role: 'AGENCY_EDITOR', regionCode: '140100', agencyCode: '140100013' };
const KEPT: Answer = answerOf(
  { status: 200, headers: { 'content-type': 'application/json' }, bytes: Buffer.from('{"data":{}}'), repeatable: true, about: { operationName: 'ItemGuide', documentHash: null } },
  'GET',
  { role: 'PUBLIC' },
);

describe('a kept answer', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-'));
  let identity: DevelopmentIdentity;
  let served: Served;
  let watch: Watch;
  /** Whether the last request was answered in the turn in which it came. */
  let isAtOnce: boolean | null;
  beforeAll(() => void (identity = createDevelopmentIdentity(path.join(folder, 'key'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(async () => {
    await served.stop();
    watch.stop();
  });

  async function open(rates: Partial<Rates> = {}): Promise<void> {
    const ready = async () => ({ status: 'ready' as const, subgraphs: {} });
    const handler = createRequestHandler({
      gateway: { answer: async () => Promise.reject(new Error('nothing is made here')) } as never,
      cache: { find: ({ url }) => (url === '/graphql?kept' ? KEPT : null), answer: async (_question, make) => make() },
      admit: createAdmission({ identity, limiter: createRateLimiter({ rates: { ...NO_RATES, ...rates }, redisUrl: null, log: SILENT }), trustedProxies: 0 }),
      limits: { bodyBytes: 10 },
      ready,
      log: SILENT,
    });
    watch = watchHub({ config: defaultWatch(), log: SILENT, ready, routes: [] });
    const around = watch.around(handler);
    const looking: RequestListener = (request: IncomingMessage, response) => {
      around(request, response);
      isAtOnce = response.writableEnded;
    };
    served = await serve(looking, { port: 0, host: '127.0.0.1' });
  }
  async function ask(headers: Record<string, string> = {}, query = 'kept') {
    isAtOnce = null;
    const response = await fetch(`${served.origin}/graphql?${query}`, { headers });
    return { status: response.status, id: response.headers.get('x-request-id'), text: await response.text(), isAtOnce };
  }

  it('goes out in the turn in which it was asked for, or says that who asks has it', async () => {
    await open();
    const id = randomUUID();
    expect(await ask({ 'x-request-id': id })).toEqual({ status: 200, id, text: '{"data":{}}', isAtOnce: true });
    expect(await ask({ 'if-none-match': KEPT.validator!.etag })).toEqual({ status: 304, id: expect.stringMatching(/^[\da-f-]{36}$/), text: '', isAtOnce: true });
    expect(KEPT.head[1]).toBe(''); // no request’s id stays with it
  });

  it('is counted, timed, and under way no longer', async () => {
    await open();
    await ask();
    await ask({ 'if-none-match': KEPT.validator!.etag });
    const text = await (await fetch(`${served.origin}/metrics`)).text();
    for (const line of ['hub_requests_total{operation="ItemGuide",status="200"} 1', 'hub_requests_total{operation="ItemGuide",status="304"} 1', 'hub_request_duration_seconds_count{operation="ItemGuide"} 2', 'hub_requests_in_flight 0'])
      expect(text).toContain(`${line}\n`);
  });

  it('waits for a token to be verified, once, and never goes to one that proves nothing', async () => {
    await open();
    const authorization = `Bearer ${await identity.issue(ACTOR, 60)}`;
    expect(identity.known(authorization)).toBeNull();
    expect(await ask({ authorization })).toMatchObject({ status: 200, isAtOnce: false });
    expect(await ask({ authorization })).toMatchObject({ status: 200, isAtOnce: true });
    expect(identity.known(authorization)).toEqual(ACTOR);
    for (const _again of [1, 2]) expect(await ask({ authorization: `${authorization}x` })).toMatchObject({ status: 401, isAtOnce: false });
    await expect(identity.authenticate(`${authorization}x`)).rejects.toThrow(Unauthenticated);
  });

  it('waits for the count where requests are counted, and is refused with the rest', async () => {
    await open({ perAddress: 2, perClient: 1 });
    expect([await ask(), await ask(), await ask()].map(({ status, isAtOnce: early }) => [status, early])).toEqual([[200, false], [200, false], [429, false]]);
    const authorization = `Bearer ${await identity.issue(ACTOR, 60)}`;
    expect([await ask({ authorization }), await ask({ authorization })].map(({ status }) => status)).toEqual([200, 429]);
  });

  it('is no way around the checks of a head that nothing is kept for', async () => {
    await open();
    expect(await ask({}, 'kept&access_token=x')).toMatchObject({ status: 400 });
    expect(await ask({}, 'other')).toMatchObject({ status: 500, text: expect.not.stringContaining('nothing is made') });
  });
});
