import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { remoteSubgraph } from '../../gateway/remote-subgraph';
import { localSubgraph } from '../../gateway/local-subgraph';
import { DEFAULT_BREAKER } from '../../gateway/resilience/breaker';
import type { SubgraphCaller } from '../../gateway/subgraph-caller';
import { inProject } from '../../services/shared/project-root';
import { serveSubgraph, type SubgraphServer } from '../../services/shared/subgraph-server';
import { LANES } from '../support/lanes';
import { type ToyHub, toyHub } from '../support/toy-hub';
import { type Mood, SECRET_ADDRESS, type ToySubgraph } from '../support/toy-subgraphs';

const ITEM_GUIDE = readFileSync(inProject('schema', 'operations', 'service-center-frontend', 'ItemGuide.graphql'), 'utf8');
const CHANGES = readFileSync(inProject('schema', 'operations', 'reporting', 'Changes.graphql'), 'utf8');
const SECRET = 'a secret of sixteen';

/** Catalog and organisation are well; what service-center should have given is missing, and one error says so. */
async function expectRestWithOneError(hub: ToyHub, code: string): Promise<void> {
  const answer = await hub.ask(ITEM_GUIDE, { code: 'item-0' });
  expect(answer.status).toBe(200);
  expect(answer.data.powerItem).toMatchObject({
    name: '取水许可',
    legalBases: [{ citation: '《水法》第七条' }],
    implementingAgency: { name: 'agency-0局' },
    guide: null,
    link: null,
  });
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors[0]).toMatchObject({ path: ['powerItem'], extensions: { code, service: 'service-center' } });
  expect(answer.text).not.toMatch(/127\.0\.0\.1|localhost|ECONN|10\.9\.8\.7|postgresql|node_modules/);
}

describe.each(LANES)('a subgraph that lets an answer down, in one process, %s,', (_lane, trusted) => {
  let hub: ToyHub;
  beforeAll(async () => {
    hub = await toyHub({ subgraphTimeoutMs: 1000, trusted });
    await hub.ask(ITEM_GUIDE, { code: 'item-0' });
  });
  beforeEach(() => [hub.catalog, hub.organisation, hub.serviceCenter].forEach((toy) => (toy.mood = 'well')));
  afterAll(() => hub.stop());

  it.each<[Mood, string]>([
    ['hanging', 'SUBGRAPH_TIMEOUT'],
    ['failing', 'SUBGRAPH_FAULT'],
    ['lying', 'SUBGRAPH_FAULT'],
  ])('service-center %s costs its own part alone', async (mood, code) => {
    hub.serviceCenter.mood = mood;
    await expectRestWithOneError(hub, code);
  });

  it('a plan that would ask a hung subgraph twice waits once and tells once', async () => {
    hub.organisation.mood = 'hanging';
    const asked = hub.organisation.asked.length;
    const answer = await hub.ask(ITEM_GUIDE, { code: 'item-0' });
    expect(hub.organisation.asked.length - asked).toBe(1);
    expect(answer.data.powerItem.guide).toMatchObject({ conditions: ['具备取水条件'], responsibleOffice: null });
    expect(answer.data.powerItem.implementingAgency).toBeNull();
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual([{ code: 'SUBGRAPH_TIMEOUT', service: 'organisation' }]);
  });

  it('fails many entities of one subgraph with one error', async () => {
    hub.serviceCenter.mood = 'failing';
    const answer = await hub.ask('{ powerItems(first: 3) { nodes { code link { status } guide { supervisionPhone } } } }');
    expect(answer.data.powerItems.nodes).toHaveLength(3);
    expect(answer.errors).toHaveLength(1);
  });

  it('keeps the other services’ root fields', async () => {
    hub.catalog.mood = 'failing';
    const answer = await hub.ask(CHANGES);
    expect(answer.data.catalogChanges).toBeNull();
    expect(answer.data.organisationChanges.nodes).toEqual([]);
    expect(answer.errors).toHaveLength(1);
  });

  it('answers null data when nothing is left', async () => {
    hub.catalog.mood = 'hanging';
    const answer = await hub.ask('{ powerItem(code: "item-0") { name } }');
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'catalog' } }]);
  });

  it('recovers with the subgraph', async () => {
    hub.serviceCenter.mood = 'failing';
    await hub.ask(ITEM_GUIDE, { code: 'item-0' });
    hub.serviceCenter.mood = 'well';
    expect((await hub.ask(ITEM_GUIDE, { code: 'item-0' })).errors).toEqual([]);
  });

  it('logs what the client does not see', async () => {
    const lines: unknown[] = [];
    const remember = (line: object): void => void lines.push((line as { err?: Error }).err?.message);
    const logged = await toyHub({ log: { error: remember, warn: remember, info: remember, isLevelEnabled: () => true } });
    logged.serviceCenter.mood = 'failing';
    await logged.ask(ITEM_GUIDE, { code: 'item-0' });
    expect(lines).toContainEqual(expect.stringContaining(SECRET_ADDRESS));
    await logged.stop();
  });
});

describe('a subgraph that lets an answer down, in a process of its own', () => {
  const stopping: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const stop of stopping.splice(0)) await stop();
  });

  let remote: ToyHub;
  let place = 'http://127.0.0.1:1';
  beforeAll(async () => {
    const callers = (toys: ToySubgraph[]): SubgraphCaller[] =>
      toys.map((toy) => {
        if (toy.name !== 'service-center') return localSubgraph(toy);
        const at = (): SubgraphCaller => remoteSubgraph(toy.name, place, SECRET);
        return { ...at(), call: (call, signal) => at().call(call, signal) };
      });
    // No test meets the breaker that those before it have opened.
    remote = await toyHub({ callers, subgraphTimeoutMs: 1000, watching: { breaker: { ...DEFAULT_BREAKER, failures: 1000 } } });
  });
  afterAll(() => remote.stop());

  /** A hub whose service-center is at `origin`; the other two are in this process. */
  function hubWith(origin: string): ToyHub {
    place = origin;
    return remote;
  }

  async function listen(answer: RequestListener): Promise<string> {
    const server: Server = createServer(answer).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    stopping.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('dead: nobody listens', async () => {
    await expectRestWithOneError(hubWith('http://127.0.0.1:1'), 'SUBGRAPH_UNAVAILABLE');
  });

  it('hanging: connects and says nothing', async () => {
    await expectRestWithOneError(hubWith(await listen(() => undefined)), 'SUBGRAPH_TIMEOUT');
  });

  it('hanging in the middle of its answer', async () => {
    const origin = await listen((_request, response) => void response.writeHead(200).write('{"data":'));
    await expectRestWithOneError(hubWith(origin), 'SUBGRAPH_TIMEOUT');
  });

  it('dying in the middle of its answer', async () => {
    const origin = await listen((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"data":');
      setTimeout(() => response.destroy(), 20);
    });
    await expectRestWithOneError(hubWith(origin), 'SUBGRAPH_FAULT');
  });

  it('answering 500 with a stack', async () => {
    const origin = await listen((_request, response) => void response.writeHead(500).end(`Error: ${SECRET_ADDRESS}`));
    await expectRestWithOneError(hubWith(origin), 'SUBGRAPH_UNAVAILABLE');
  });

  it.each([
    ['a page', '<html>Bad gateway</html>'],
    ['half of it', '{"data":{"_entities":[{"link"'],
    ['no answer', '{}'],
    ['text', '"text"'],
    ['null data without errors', '{"data":null}'],
    ['a list', '[1,2,3]'],
    ['text for entities', '{"data":{"_entities":"text"}}'],
    ['text for data', '{"data":"text"}'],
    ['too many entities', '{"data":{"_entities":[null,null,null]}}'],
    ['text for an object', '{"data":{"_entities":[{"__typename":"PowerItem","link":"text"}]}}'],
    ['a number for a type', '{"data":{"_entities":[{"link":{"status":"COMPLETE","missing":[]},"guide":5}]}}'],
    ['errors that are none', '{"errors":"text"}'],
    ['a poisoned key', '{"data":{"_entities":[{"__proto__":{"polluted":1},"link":null,"guide":null}]}}'],
  ])('answering garbage: %s', async (_name, body) => {
    const origin = await listen((_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(body));
    const hub = hubWith(origin);
    await expectRestWithOneError(hub, 'SUBGRAPH_FAULT');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('redirecting elsewhere', async () => {
    const origin = await listen((_request, response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end());
    await expectRestWithOneError(hubWith(origin), 'SUBGRAPH_UNAVAILABLE');
  });

  it('with faults of its own, masked the same as in one process', async () => {
    const hub = await toyHub({ subgraphTimeoutMs: 1000 });
    stopping.push(hub.stop);
    const server: SubgraphServer = await serveSubgraph(hub.serviceCenter, { port: 0, host: '127.0.0.1', secret: SECRET });
    stopping.push(server.stop);
    hub.serviceCenter.mood = 'failing';
    await expectRestWithOneError(hub, 'SUBGRAPH_FAULT');
    await expectRestWithOneError(hubWith(server.origin), 'SUBGRAPH_FAULT');
  });

  it('refusing calls signed with another secret', async () => {
    const hub = await toyHub();
    stopping.push(hub.stop);
    const server = await serveSubgraph(hub.serviceCenter, { port: 0, host: '127.0.0.1', secret: 'quite another secret' });
    stopping.push(server.stop);
    await expectRestWithOneError(hubWith(server.origin), 'SUBGRAPH_FAULT');
  });
});
