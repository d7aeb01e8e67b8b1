import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Service, SERVICES, variableOf } from '../../gateway/config';
import { testServer, type TestDatabase } from '../support/database';
import { spawnHub } from '../support/hub-process';
import { sampleDatabase, temporaryFolder } from '../support/sample-database';
import { askHub } from '../support/sample-hub';
import { until } from '../support/until';

const CODES = ['14010001301000100', '14010001601000101', '14010002401000100', '650200207CF51300'];
const CLIENTS = 4;
/** Between an answer and the next question of a client: the load shall not hinder the restart. */
const PAUSE_MS = 20;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Process id of a part of the hub that a starter has started. */
function partOf(starter: number, service: Service): number | null {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args=']).toString().split('\n');
  const line = lines.find((each) => new RegExp(`^\\s*\\d+\\s+${starter}\\s.*services/${service}/server`).test(each));
  return line === undefined ? null : Number.parseInt(line, 10);
}

const isReady = (origin: string): Promise<boolean> => fetch(`${origin}/readyz`).then(({ ok }) => ok, () => false);

/** What a load met that goes on until it is told to stop. */
function loadOn(origin: string) {
  const met = { answers: 0, whole: 0, bad: [] as string[], errors: new Set<string>() };
  const over = new AbortController();
  const client = async (first: number): Promise<void> => {
    for (let i = first; !over.signal.aborted; i += 1) {
      const { status, errors, text } = await askHub(origin, 'ItemGuide', { code: CODES[i % CODES.length] });
      met.answers += 1;
      if (status !== 200 || /127\.0\.0\.1|ECONN|postgres/.test(text)) met.bad.push(`${status} ${text.slice(0, 200)}`);
      if (errors.length === 0) met.whole += 1;
      await sleep(PAUSE_MS);
      for (const { extensions } of errors) met.errors.add(`${extensions.code} of ${extensions.service}`);
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(i)));
  return { met, stop: () => (over.abort(), clients) };
}

const overServer = testServer() === null ? describe.skip : describe; // PGlite is of one process

overServer('four processes over PostgreSQL, one of them killed under load', () => {
  let database: TestDatabase;
  let origins: Record<Service, string>;
  let origin: string;
  let starter: ReturnType<typeof spawnHub>;
  beforeAll(async () => {
    database = await sampleDatabase();
    const [port, ...ports] = await Promise.all([0, ...SERVICES].map(freePort));
    origin = `http://127.0.0.1:${port}`;
    origins = Object.fromEntries(SERVICES.map((service, i) => [service, `http://127.0.0.1:${ports[i]}`])) as Record<Service, string>;
    const places = Object.fromEntries(SERVICES.map((service) => [variableOf(service, 'ORIGIN'), origins[service]]));
    // Nothing is kept, so that every answer asks all; and no service but the killed one is late on a busy machine.
    const settings = { PORT: String(port), HUB_DATA: temporaryFolder(), HUB_SAMPLE: 'off', HUB_CACHE_BYTES: '0', HUB_SUBGRAPH_TIMEOUT_MS: '20000', HUB_LOG: 'silent' };
    starter = spawnHub('distributed.ts', [], { ...settings, ...places, DATABASE_URL: database.url! });
    starter.stderr!.resume();
    await once(starter.stdout!, 'data');
    await until(() => isReady(origin), Boolean);
  });
  afterAll(async () => {
    starter.kill('SIGTERM');
    await once(starter, 'close');
    await database.drop();
  });

  it.each(SERVICES)('%s: no answer but 200, typed errors for its part alone, and all is whole again once it is back', async (service) => {
    const load = loadOn(origin);
    await until(async () => load.met.whole, (whole) => whole >= 2 * CLIENTS);
    const killed = partOf(starter.pid!, service)!;
    process.kill(killed, 'SIGKILL');
    await until(async () => load.met.errors.size, (kinds) => kinds > 0);
    await until(() => isReady(origins[service]), Boolean);
    const back = performance.now();
    const partial = load.met.whole;
    await until(async () => load.met.whole - partial, (more) => more >= CLIENTS);
    process.stderr.write(`${service} killed under load: whole answers ${Math.round(performance.now() - back)} ms after it was ready again\n`);
    await until(() => isReady(origin), Boolean);
    await load.stop();
    expect(partOf(starter.pid!, service)).not.toBe(killed);
    expect(load.met.bad).toEqual([]);
    expect([...load.met.errors].toSorted().filter((kind) => kind !== `SUBGRAPH_TIMEOUT of ${service}`)).toEqual([`SUBGRAPH_UNAVAILABLE of ${service}`]);
  });
});
