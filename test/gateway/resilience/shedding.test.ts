import type { RequestListener, ServerResponse } from 'node:http';
import { createLagMeter } from '../../../gateway/resilience/event-loop-lag';
import { isTooMuch, retryAfter, shedding } from '../../../gateway/resilience/shedding';
import { beginWaiting } from '../../../gateway/resilience/waiting';
import { serve, type Served } from '../../../gateway/serve';

const SETTINGS = { lagMs: 250, keep: 2 };

describe('load shedding', () => {
  it.each([
    [{ lagMs: 0, inFlight: 1000 }, false],
    [{ lagMs: 250, inFlight: 1000 }, false],
    [{ lagMs: 251, inFlight: 2 }, true],
    [{ lagMs: 5000, inFlight: 1 }, false],
  ])('%j → %s', (load, isShed) => expect(isTooMuch(load, SETTINGS)).toBe(isShed));

  it('spreads those it turns away', () => expect([retryAfter(0), retryAfter(0.5), retryAfter(0.999)]).toEqual([1, 2, 3]));

  describe('over HTTP', () => {
    let lagMs = 0;
    let shed = 0;
    let waiting: ServerResponse[] = [];
    let served: Served;
    const hold: RequestListener = (request, response) => (request.url === '/graphql' ? void waiting.push(response) : void response.end('ok'));
    beforeAll(async () => {
      served = await serve(shedding(hold, { settings: SETTINGS, lagMs: () => lagMs, onShed: () => (shed += 1) }), { port: 0, host: '127.0.0.1' });
    });
    afterAll(() => served.stop());

    const ask = (path = '/graphql'): Promise<Response> => fetch(`${served.origin}${path}`, { method: path === '/graphql' ? 'POST' : 'GET', ...(path === '/graphql' ? { body: '{"query":"{ a }"}' } : {}) });
    const until = async (count: number): Promise<void> => {
      while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    };

    it('answers 503 with Retry-After to what is too much, keeps answering the rest, and never sheds the watchers', async () => {
      const first = [ask(), ask()];
      await until(2);
      lagMs = 400;
      const refused = await ask();
      expect([refused.status, await refused.json()]).toEqual([503, { errors: [{ message: '服务繁忙，请稍后重试', extensions: { code: 'OVERLOADED' } }] }]);
      expect(refused.headers.get('retry-after')).toMatch(/^[123]$/);
      expect(shed).toBe(1);
      for (const path of ['/healthz', '/readyz', '/metrics?all']) expect((await ask(path)).status).toBe(200);
      lagMs = 0;
      const third = ask();
      await until(3);
      for (const response of waiting) response.end('answered');
      expect((await Promise.all([...first, third])).map(({ status }) => status)).toEqual([200, 200, 200]);
      waiting = [];
      // Those that ended no longer count.
      lagMs = 400;
      const fourth = ask();
      await until(1);
      waiting[0]!.end();
      expect((await fourth).status).toBe(200);
      waiting = [];
    });

    it('does not count who only waits for something to happen', async () => {
      lagMs = 0;
      const idle = [ask(), ask(), ask()];
      await until(3);
      const stopWaiting = waiting.map((response) => beginWaiting(response, () => undefined));
      lagMs = 400;
      const busy = [ask(), ask()];
      await until(5);
      expect((await ask()).status).toBe(503);
      waiting[4]!.end();
      await busy[1];
      stopWaiting[0]!(); // it has work to do now
      expect((await ask()).status).toBe(503);
      for (const response of waiting) response.end();
      await Promise.all([...idle, ...busy]);
    });
  });

  it('reads the lag of a real event loop', async () => {
    const meter = createLagMeter();
    const until = performance.now() + 1500;
    let highest = 0;
    while (performance.now() < until) {
      const busy = performance.now() + 150;
      while (performance.now() < busy);
      await new Promise((resolve) => setTimeout(resolve, 0));
      highest = Math.max(highest, meter.lagMs());
    }
    meter.stop();
    expect(highest).toBeGreaterThan(50);
  });
});

