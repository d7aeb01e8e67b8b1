import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askSubgraphs } from '../../gateway/ask-subgraph';
import { readConfig } from '../../gateway/config';
import { localSubgraph } from '../../gateway/local-subgraph';
import { SILENT } from '../../gateway/log';
import { createHub, type Hub } from '../../gateway/hub';
import { serve, type Served } from '../../gateway/serve';
import type { Database } from '../../services/shared/database';
import { dayInChina } from '../../services/shared/day';
import { testDatabase, type TestDatabase } from '../support/database';
import { temporaryFolder } from '../support/sample-database';
import { until } from '../support/until';
import { type City, cityAtWork, randomFrom } from './a-city-at-work';
import { openCopyLog } from './copy-log';
import { type Asked, Gap, keepACopy, type Key, read, type Service, type Source } from './keep-a-copy';

/** `npm run bench:changes` runs ten thousand. */
const COMMANDS = Number(process.env.HUB_CHANGES_COMMANDS ?? 200);
const SEED = Number(process.env.HUB_CHANGES_SEED ?? 20140821);
const INTERRUPTIONS = ['MID_STREAM', 'BEFORE_STORING', 'HALF_STORED', 'HUB_RESTARTED'] as const;
type Interruption = (typeof INTERRUPTIONS)[number];
const DAYS = 20;
/** Nothing waits for it unless something is wrong. */
const PATIENCE_MS = 300_000;
const SCHEMAS: Readonly<Record<Service, string>> = { catalog: 'catalog', organisation: 'organisation', 'service-center': 'service_center' };

/** A hub that can be stopped and begun again over the same data at the same address. On a server it opens its own connections, and closes them. */
async function restartableHub(database: TestDatabase, clock: { now: Date }) {
  const folder = temporaryFolder();
  let port = 0;
  async function begin(): Promise<{ hub: Hub; served: Served; origin: string }> {
    const config = readConfig({ ...(database.url === null ? {} : { DATABASE_URL: database.url }), HUB_DATA: folder, HUB_SAMPLE: 'off', HUB_RATE_ADDRESS: '0', HUB_RATE_CLIENT: '0', HUB_CHECKPOINT_SECONDS: '86400', HUB_CHECKPOINT_STALL_SECONDS: '86400', HUB_SUBGRAPH_TIMEOUT_MS: '20000' });
    const hub = await createHub({ ...config, cacheBytes: 0 }, { log: SILENT, now: () => clock.now, ...(database.url === null ? { databases: database } : {}) });
    await hub.start();
    const served = await serve(hub.handler, { port, host: '127.0.0.1' });
    port = Number(new URL(served.origin).port);
    return { hub, served, origin: served.origin };
  }
  let running = await begin();
  const stop = async (): Promise<void> => {
    await running.served.stop();
    await running.hub.stop();
  };
  return {
    origin: running.origin,
    ask: () => askSubgraphs(Object.values(running.hub.subgraphs).map(localSubgraph)),
    get subgraphs() {
      return running.hub.subgraphs;
    },
    async restart() {
      await stop();
      running = await begin();
    },
    stop,
  };
}

class Killed extends Error {}

/** The consumer as an operating system runs it: killed at any point, begun again from what it has stored. */
function runningConsumer(source: Source, file: string) {
  const ended = new AbortController();
  const interrupted = new Map<Interruption, number>();
  let next: Interruption | null = null;
  let copy = openCopyLog(file);
  let lastFault: unknown = null;
  const strike = (kind: Interruption): boolean => {
    if (next !== kind) return false;
    next = null;
    interrupted.set(kind, (interrupted.get(kind) ?? 0) + 1);
    return true;
  };
  const write = (to: string, line: string): void => {
    if (strike('BEFORE_STORING')) throw new Killed('before storing');
    if (strike('HALF_STORED')) {
      appendFileSync(to, line.slice(0, line.length / 2)); // between the copy and the cursor
      throw new Killed('half stored');
    }
    appendFileSync(to, line);
  };
  const fetchOrBreakOff: Source['fetch'] = async (url, init) => {
    const response = await fetch(url, init);
    if (!url.includes('/changes/') || response.body === null || next !== 'MID_STREAM') return response;
    return new Response(response.body.pipeThrough(cutShort(() => strike('MID_STREAM'))), response);
  };
  const life = (async () => {
    while (!ended.signal.aborted) {
      copy = openCopyLog(file, write);
      await keepACopy({ ...source, fetch: fetchOrBreakOff }, copy, ended.signal).catch(async (fault: unknown) => {
        if (fault instanceof Gap) throw fault;
        lastFault = fault;
        await sleep(20); // as whoever starts it again would
      });
    }
  })();
  return {
    life,
    interrupted,
    copy: () => copy,
    /** It is struck at the next chance. */
    interrupt(kind: Interruption): void {
      next = kind;
    },
    /** Waits until something is so of it; fails with it. */
    until: (isSo: () => boolean): Promise<unknown> =>
      Promise.race([life, until(async () => ({ isSo: isSo(), lastFault: String(lastFault) }), (seen) => seen.isSo, PATIENCE_MS)]),
    isStruck: () => next === null,
    async end() {
      ended.abort();
      await life;
    },
  };
}

/** A body that ends in the middle of a line. */
const cutShort = (strike: () => boolean) =>
  new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (!strike()) return controller.enqueue(chunk);
      controller.enqueue(chunk.slice(0, chunk.length / 3));
      controller.terminate();
    },
  });

describe('a consumer that keeps a copy', () => {
  let database: TestDatabase;
  let hub: Awaited<ReturnType<typeof restartableHub>>;
  let city: City;
  const clock = { now: new Date('2026-01-15T02:00:00Z') };
  beforeAll(async () => {
    database = await testDatabase();
    hub = await restartableHub(database, clock);
  });
  afterAll(async () => {
    await hub.stop();
    await database.drop();
  });

  /** Decisions wait for a signed journal, so it is signed first. */
  async function nextDay(days = 1): Promise<void> {
    for (const subgraph of Object.values(hub.subgraphs)) await subgraph.checkpoint();
    clock.now = new Date(clock.now.getTime() + days * 86_400_000);
  }

  it(`equals the source after ${COMMANDS} random commands with 20 interruptions`, async () => {
    const random = randomFrom(SEED);
    const today = (): string => dayInChina(clock.now);
    const source: Source = { origin: hub.origin, headers: {}, fetch, today, wait: 1, rest: 250 };
    const file = path.join(temporaryFolder(), 'copy.ndjson');
    city = cityAtWork(hub.ask, random, clock);
    await city.found();
    await hub.subgraphs['service-center'].catchUp();
    const consumer = runningConsumer(source, file);
    const struckAt = new Set(Array.from({ length: 20 }, (_, i) => Math.floor(((i + random()) * COMMANDS) / 20)));
    let kinds = 0;
    for (let done = 0, tried = 0; done < COMMANDS; tried += 1) {
      if (tried > 20 * COMMANDS) throw new Error(`only ${done} commands were accepted: ${JSON.stringify([...city.done])}`);
      if (!(await city.work())) continue;
      if (struckAt.has(done)) {
        await consumer.until(consumer.isStruck); // the last one was
        const kind = INTERRUPTIONS[kinds++ % INTERRUPTIONS.length]!;
        if (kind === 'HUB_RESTARTED') {
          await hub.restart();
          consumer.interrupted.set(kind, (consumer.interrupted.get(kind) ?? 0) + 1);
        } else consumer.interrupt(kind);
      }
      done += 1;
      if (done % Math.ceil(COMMANDS / DAYS) === 0) await nextDay();
    }
    // What is still to strike, strikes at these.
    while (!consumer.isStruck()) await city.work();

    const tables = database.connect();
    const heads = await headsOf(tables);
    await consumer.until(() => [...heads].every(([service, head]) => consumer.copy().placeOf(service).sequence === head) && consumer.copy().dueBy(today()).length === 0);
    // Days on which nothing is written: what was decided for them holds now.
    expect(consumer.copy().dueBy('9999-12-31').length).toBeGreaterThan(0);
    await nextDay(10);
    await consumer.until(() => consumer.copy().dueBy('9999-12-31').length === 0);
    await consumer.end();

    expect([...consumer.interrupted.values()].reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(consumer.interrupted.size).toBe(INTERRUPTIONS.length);
    const kept = openCopyLog(file).records;
    const expected = await sourceAsItIs(source, tables, today());
    expect([...kept.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
    for (const [key, record] of expected) expect([key, kept.get(key)]).toEqual([key, record]);
    console.log(`${COMMANDS} commands, ${[...heads.values()].reduce((a, b) => a + b)} changes, ${kept.size} records: ${JSON.stringify(Object.fromEntries(city.done))}`);
    if (COMMANDS >= 400) expect(city.done.size).toBe(17); // every kind of work was done
  }, 3_600_000);
});

/** Where each journal ends. */
async function headsOf({ pool }: Database): Promise<Map<Service, number>> {
  return new Map(await Promise.all((Object.keys(SCHEMAS) as Service[]).map(async (service) => [service, Number((await pool.query(`SELECT seq FROM ${SCHEMAS[service]}.journal_head`)).rows[0].seq)] as const)));
}

/** Everything that is kept a copy of, by what the tables hold. */
async function sourceAsItIs(source: Asked, { pool }: Database, today: string): Promise<Map<Key, unknown>> {
  const keys = async (kind: string, sql: string, values: unknown[] = []): Promise<Key[]> => (await pool.query(sql, values)).rows.map(({ code }) => `${kind}/${code}` as Key);
  const all = [
    ...(await keys('item', `SELECT code FROM catalog.item_version WHERE valid_from <= $1::date AND valid_to > $1::date`, [today])),
    ...(await keys('agency', 'SELECT code FROM organisation.agency')),
    ...(await keys('guide', `SELECT item_code AS code FROM service_center.guide_version WHERE valid_from <= $1::date AND valid_to > $1::date`, [today])),
  ];
  const records = await read(all, source);
  for (const [key, record] of Object.entries(records)) if (record === null) throw new Error(`${key} is in the tables and not in the graph`);
  return new Map(Object.entries(records) as [Key, unknown][]);
}
