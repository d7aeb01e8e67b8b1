import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDevelopmentIdentity } from '../../gateway/identity';
import { inProject } from '../../services/shared/project-root';
import { askHub, bearer } from '../support/sample-hub';
import { mixedOperations, type Shot, SMALL, type Supply } from './mixed-operations';

// A hub as `npm start` runs it, in a process of its own, under a steady mixed load from this one:
//   npm run bench:soak -- [--minutes 10] [--rate 50] [--clients 8]
// Each minute: what is left of its heap after collecting garbage. It shall not grow, and no answer be wrong.

/** The heap after the last minute beside the one after the second, when all that is loaded once is loaded. */
const MOST_GROWTH = 1.1;
const WARM_MINUTE = 2;

interface Minute {
  minute: number;
  requests: number;
  wrong: number;
  heapMb: number;
  /** Buffers outside the heap: the embedded database's memory above all. */
  externalMb: number;
  residentMb: number;
  /** Milliseconds. */
  median: number;
  slowest1Percent: number;
  /** The slowest small question that was sent together with a fragment bomb. */
  besideBomb: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, rate: { type: 'string', default: '50' }, clients: { type: 'string', default: '8' } } });
  const [minutes, rate, clients] = [Number(values.minutes), Number(values.rate), Number(values.clients)];
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-soak-'));
  const { child, origin } = await startHub(folder);
  try {
    const draw = mixedOperations(await supplyOf(origin, folder, minutes), Math.random);
    const seen: Minute[] = [];
    for (let minute = 1; minute <= minutes; minute += 1) {
      const { times, besideBombs, wrong } = await oneMinute(origin, { rate, clients }, draw);
      const memory = await memoryOf(child);
      const mb = (bytes: number): number => Math.round(bytes / 1e5) / 10;
      const row = { minute, requests: times.length, wrong, heapMb: mb(memory.heapUsed), externalMb: mb(memory.external), residentMb: mb(memory.rss), median: quantile(times, 0.5), slowest1Percent: quantile(times, 0.99), besideBomb: quantile(besideBombs, 1) };
      console.log(JSON.stringify(row));
      seen.push(row);
    }
    console.table(seen);
    process.exitCode = verdict(seen) ? 0 : 1;
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

function verdict(seen: readonly Minute[]): boolean {
  const wrong = seen.reduce((sum, minute) => sum + minute.wrong, 0);
  const warm = seen[Math.min(WARM_MINUTE, seen.length) - 1]!;
  const last = seen.at(-1)!;
  const growth = last.heapMb / warm.heapMb;
  console.log(`heap after minute ${last.minute}: ${last.heapMb} MB, ${growth.toFixed(3)} of the ${warm.heapMb} MB after minute ${warm.minute} (at most ${MOST_GROWTH}); wrong answers: ${wrong} (none)`);
  const isWell = growth <= MOST_GROWTH && wrong === 0;
  console.log(isWell ? 'held' : 'NOT held');
  return isWell;
}

/**
 * So many clients who together send at a rate, each its next when it has its answer: where the machine is too slow for
 * the rate, fewer are sent rather than that the hub, rightly, turns some away.
 */
async function oneMinute(origin: string, { rate, clients }: { rate: number; clients: number }, draw: () => Shot) {
  const times: number[] = [];
  const besideBombs: number[] = [];
  let wrong = 0;
  const fire = async (shot: Shot, into: number[]): Promise<void> => {
    const begun = performance.now();
    const fault = await send(origin, shot);
    into.push(performance.now() - begun);
    if (fault === null) return;
    wrong += 1;
    console.error(`${shot.kind}: ${fault}`);
  };
  const begun = performance.now();
  const client = async (index: number): Promise<void> => {
    for (let due = begun + (index * 1000) / rate; due < begun + 60_000; due = Math.max(due + (clients * 1000) / rate, performance.now())) {
      await sleep(Math.max(0, due - performance.now()));
      const shot = draw();
      await Promise.all([fire(shot, times), shot.kind === 'fragment bomb' ? fire(SMALL, besideBombs) : null]);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return { times, besideBombs, wrong };
}

/** What is wrong with the answer; null: nothing. */
async function send(origin: string, { method, search = '', body, headers = {}, status, codes = [] }: Shot): Promise<string | null> {
  try {
    const response = await fetch(`${origin}/graphql${search}`, { method, ...(body === undefined ? {} : { body }), headers: { ...(method === 'POST' ? { 'content-type': 'application/json' } : {}), ...headers } });
    const text = await response.text();
    const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
    const found = errors.map(({ extensions }) => extensions.code).join();
    return response.status === status && found === codes.join() ? null : `${response.status} ${found}, not ${status} ${codes.join()}: ${text.slice(0, 200)}`;
  } catch (fault) {
    return String(fault);
  }
}

async function supplyOf(origin: string, folder: string, minutes: number): Promise<Supply> {
  const itemCodes: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await askHub(origin, 'query($after: String) { powerItems(first: 100, after: $after) { nodes { code } pageInfo { endCursor hasNextPage } } }', { after });
    itemCodes.push(...data.powerItems.nodes.map(({ code }: { code: string }) => code));
    after = data.powerItems.pageInfo.hasNextPage ? (data.powerItems.pageInfo.endCursor as string) : null;
  } while (after !== null);
  const { data } = await askHub(origin, '{ region(code: "140100") { agencies(first: 100) { nodes { code } } } }');
  const identity = createDevelopmentIdentity(path.join(folder, 'identity.key'));
  const seconds = minutes * 60 + 600;
  return {
    itemCodes,
    agencyCodes: data.region.agencies.nodes.map(({ code }: { code: string }) => code),
    staffing: await bearer(identity, 'STAFFING_OFFICE', '140100', undefined, seconds),
    admin: await bearer(identity, 'ADMIN', undefined, undefined, seconds),
  };
}

async function startHub(folder: string): Promise<{ child: ChildProcess; origin: string }> {
  const flags = ['--disable-proto=delete', '--expose-gc', '-r', path.join(__dirname, 'report-memory.js')];
  const child = spawn(process.execPath, [...flags, inProject('dist', 'gateway', 'one-process.js')], {
    env: { ...process.env, DATABASE_URL: '', PORT: '0', HUB_DATA: folder, HUB_RATE_ADDRESS: '0', HUB_RATE_CLIENT: '0', HUB_LOG: 'silent', HUB_SUBGRAPH_TIMEOUT_MS: '20000' }, // what a busy machine delays is no fault of the hub
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    const port = /http:\/\/localhost:(\d+)\/graphql/.exec(chunk.toString())?.[1];
    if (port !== undefined) return { child, origin: `http://127.0.0.1:${port}` };
  }
  throw new Error('the hub did not start');
}

async function memoryOf(child: ChildProcess): Promise<NodeJS.MemoryUsage> {
  const told = once(child, 'message') as Promise<[NodeJS.MemoryUsage]>;
  child.send('memory');
  return (await told)[0];
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

main().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
