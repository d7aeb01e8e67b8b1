import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Service, SERVICES } from '../../gateway/config';
import type { TestDatabase } from '../support/database';
import { type DistributedHub, distributedHub } from '../support/distributed-hub';
import { sampleDatabase } from '../support/sample-database';
import type { Answer, ServedHub } from '../support/sample-hub';

const WATER_LICENCE = '14010001301000100';

let database: TestDatabase;
let hub: DistributedHub;
let whole: Answer;
beforeAll(async () => {
  database = await sampleDatabase();
  hub = await distributedHub(database);
  whole = await hub.ask('ItemGuide', { code: WATER_LICENCE });
});
afterAll(async () => {
  await hub.stop();
  await database.drop();
});

/** What of the water licence is left when one service does not answer. */
function expectRest(missing: Service, { status, data, errors, text }: Answer, code: string): void {
  expect({ status, errors }).toMatchObject({ status: 200, errors: [{ extensions: { code, service: missing } }] });
  expect(errors).toHaveLength(1);
  expect(errors[0]!.message).toMatch(/其余内容照常返回/);
  expect(text).not.toMatch(/127\.0\.0\.1|localhost|ECONN|postgres|node_modules|fetch failed/i);
  const { guide, link, implementingAgency, ...ofCatalog } = whole.data.powerItem;
  if (missing === 'catalog') expect(data).toBeNull(); // nothing else is asked before it is known which item this is
  if (missing === 'service-center') expect(data.powerItem).toEqual({ ...ofCatalog, implementingAgency, guide: null, link: null });
  if (missing === 'organisation') {
    expect(data.powerItem).toMatchObject({ ...ofCatalog, link });
    expect(data.powerItem.guide).toEqual(guide); // the service center knows the offices that its guides name
  }
}

describe('a service that hangs', () => {
  const stopping: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of stopping) await stop();
  });

  /** A gateway for which one service takes connections and says nothing; it counts what it is asked. */
  async function without(service: Service): Promise<{ gateway: ServedHub; asked: () => number }> {
    let requests = 0;
    const silent = createServer(({ url }) => void (url === '/graphql' && (requests += 1))).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const gateway = await hub.gatewayWith(service, `http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    stopping.push(gateway.stop, async () => {
      silent.closeAllConnections();
      silent.close();
    });
    return { gateway, asked: () => requests };
  }

  it('service-center: the rest and one error after one deadline; readiness says which it is', async () => {
    const { gateway, asked } = await without('service-center');
    expectRest('service-center', await gateway.ask('ItemGuide', { code: WATER_LICENCE }), 'SUBGRAPH_TIMEOUT');
    expect(asked()).toBe(1);
    const ready = await fetch(`${gateway.origin}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'not-ready', subgraphs: { catalog: { database: 'ok' }, 'service-center': { database: 'unknown' } } });
  });

  it.each(['catalog', 'organisation'] as const)('%s: the same, and it is asked once, so never two deadlines', async (service) => {
    const { gateway, asked } = await without(service);
    expectRest(service, await gateway.ask('ItemGuide', { code: WATER_LICENCE }), 'SUBGRAPH_TIMEOUT');
    expect(asked()).toBe(1);
  });
});

describe('a service that is dead', () => {
  it('costs its own part and one error at once, whichever it is', async () => {
    for (const service of SERVICES) {
      const gateway = await hub.gatewayWith(service, 'http://127.0.0.1:1'); // nobody listens
      // Unavailable, not timed out: no deadline was waited for.
      expectRest(service, await gateway.ask('ItemGuide', { code: WATER_LICENCE }), 'SUBGRAPH_UNAVAILABLE');
      await gateway.stop();
    }
  });

  it('service-center goes down and comes back under a gateway that keeps running', async () => {
    await hub.services['service-center'].down();
    expectRest('service-center', await hub.ask('ItemGuide', { code: WATER_LICENCE }), 'SUBGRAPH_UNAVAILABLE');
    const ready = await fetch(`${hub.origin}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ subgraphs: { 'service-center': { database: 'unknown', journal: null, followers: [] } } });
    await hub.services['service-center'].up();
    expect((await hub.ask('ItemGuide', { code: WATER_LICENCE })).text).toBe(whole.text);
    expect((await fetch(`${hub.origin}/readyz`)).status).toBe(200);
  });
});
