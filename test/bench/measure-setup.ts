import path from 'node:path';
import { askAll, type Asked } from './load/ask';
import type { Operation, PreparedRequest } from './load/requests';
import { load, type LoadResult, writeRequests } from './load/wrk';
import { watchPostgres } from './postgres-cpu';
import type { Reference } from './reference';
import type { Row } from './results';
import type { Bench, Setup } from './setups';
import { median } from './statistics';

export interface Pace {
  /** Of one measurement, and of the warm-up before it: a slow peer needs as long to get warm. */
  seconds: number;
}

/** How many answers of each operation are compared with the reference before the time is taken. */
const COMPARED = 60;
const LONGEST_S = 30;

/** One round of one setup: starts it, compares its answers, takes the time of each of its operations, stops it. */
export async function measureSetup(setup: Setup, bench: Bench, reference: Reference, { seconds }: Pace): Promise<Row[]> {
  const running = await setup.start(bench);
  const postgres = watchPostgres(bench.url, setup.name);
  try {
    const rows: Row[] = [];
    for (const operation of setup.operations) {
      const requests = await readyRequests(setup, running.origin, operation, reference);
      const file = path.join(bench.folder, `${setup.name}.requests`);
      writeRequests(file, requests);
      const status = setup.lane === '304' ? 304 : 200;
      await load(running.origin, file, { seconds, status });
      const before = [running.cpuMs(), await postgres.cpuMs()] as const;
      const result = await loadAnswered(running.origin, file, { seconds, status });
      const after = [running.cpuMs(), await postgres.cpuMs()] as const;
      const perRequest = (ms: number): number => ms / result.requests;
      rows.push({
        setup: setup.name,
        operation,
        rps: result.requests / result.seconds,
        p50: result.p50,
        p99: result.p99,
        cpuMs: perRequest(after[0] - before[0]),
        pgCpuMs: usesPostgres(setup) && after[1] !== null ? perRequest(after[1] - before[1]!) : null,
        rssMb: running.residentMb(),
        errors: result.errors,
      });
    }
    return rows;
  } finally {
    await postgres.stop();
    await running.stop();
  }
}

/** On a busy machine a second may pass without an answer, and says nothing: then for longer. */
async function loadAnswered(origin: string, file: string, { seconds, status }: { seconds: number; status: number }): Promise<LoadResult> {
  const result = await load(origin, file, { seconds, status });
  if (result.requests > 0) return result;
  if (seconds > LONGEST_S) throw new Error(`${origin} answered nothing in ${seconds} s`);
  return loadAnswered(origin, file, { seconds: seconds * 4, status });
}

const usesPostgres = ({ name }: Setup): boolean => !name.startsWith('raw') && name !== 'hub-embedded';

/** The requests of its lane, once its answers were found to say what the reference says; all asked once where answers are kept. */
async function readyRequests({ name, lane, keeps }: Setup, origin: string, operation: Operation, reference: Reference): Promise<PreparedRequest[]> {
  const requests = reference.requestsOf(operation, lane === 'POST' ? 'POST' : 'GET');
  const step = keeps ? 1 : Math.max(1, Math.floor(requests.length / COMPARED));
  const places = requests.map((_, n) => n).filter((n) => n % step === 0);
  const answers = await askAll(origin, places.map((n) => requests[n]!));
  const given = new Map(places.map((place, i): [number, Asked] => [place, answers[i]!]));
  const difference = reference.differenceOf(operation, given);
  if (difference !== null) throw new Error(`${name} does not answer as the hub does: ${difference}`);
  if (lane !== '304') return requests;
  return requests.map((request, n) => {
    const { etag } = given.get(n)!;
    if (etag === null) throw new Error(`${name}: ${operation} ${n} was answered without an ETag`);
    return { ...request, headers: { ...request.headers, 'if-none-match': etag } };
  });
}

/** The medians of a setup's rounds; errors add up. */
export function mediansOf(rounds: readonly (readonly Row[])[]): Row[] {
  const byKey = new Map<string, Row[]>();
  for (const row of rounds.flat()) byKey.set(`${row.setup} ${row.operation}`, [...(byKey.get(`${row.setup} ${row.operation}`) ?? []), row]);
  return [...byKey.values()].map((rows) => {
    const middle = (of: (row: Row) => number): number => median(rows.map(of));
    return {
      setup: rows[0]!.setup,
      operation: rows[0]!.operation,
      rps: middle(({ rps }) => rps),
      p50: middle(({ p50 }) => p50),
      p99: middle(({ p99 }) => p99),
      cpuMs: middle(({ cpuMs }) => cpuMs),
      pgCpuMs: rows.some(({ pgCpuMs }) => pgCpuMs === null) ? null : middle(({ pgCpuMs }) => pgCpuMs!),
      rssMb: middle(({ rssMb }) => rssMb),
      errors: rows.reduce((sum, { errors }) => sum + errors, 0),
    };
  });
}
