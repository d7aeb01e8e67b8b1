import { median, quantile } from '../statistics';
import type { Question } from './questions';
import type { RanStatement, SizedHub } from './sized-hub';

/** What one question came to at one size. */
export interface AtSize {
  items: number;
  p50: number;
  p95: number;
  /** SQL statements of one answer alone. */
  statements: number;
  /** The slowest variables, and what they asked of the database. */
  slowest: { variables: object; ran: readonly RanStatement[] };
}

export interface Growth {
  name: string;
  sizes: AtSize[];
}

/** A hub and what is asked of it: the same questions, in the same order, at every size. */
export interface QuestionedHub {
  hub: SizedHub;
  questions: readonly Question[];
}

const WARM_UP = 12;

/** Asks every question at every size in turn, over and over, so that what the machine does meanwhile meets all alike. Times in milliseconds, one request at a time. */
export async function measureGrowth(asked: readonly QuestionedHub[], times: number, say: (line: string) => void): Promise<Growth[]> {
  const names = asked[0]!.questions.map(({ name }) => name);
  const took = names.map(() => asked.map((): Took[] => []));
  for (let n = -WARM_UP; n < times; n += 1) {
    if (n % 50 === 0) say(`${n} of ${times}`);
    for (const [q] of names.entries()) {
      for (const [h, { hub, questions }] of asked.entries()) {
        const one = await timeOf(hub, questions[q]!, n + WARM_UP);
        if (n >= 0) took[q]![h]!.push(one);
      }
    }
  }
  const growths: Growth[] = [];
  for (const [q, name] of names.entries()) {
    const sizes: AtSize[] = [];
    for (const [h, { hub, questions }] of asked.entries()) sizes.push(await summaryOf(hub, questions[q]!, took[q]![h]!));
    growths.push({ name, sizes });
  }
  return growths;
}

interface Took {
  ms: number;
  variables: object;
}

async function timeOf(hub: SizedHub, { name, query, variables }: Question, n: number): Promise<Took> {
  const given = variables[n % variables.length]!;
  const start = performance.now();
  const { data, errors } = await hub.ask(query, given);
  const ms = performance.now() - start;
  if (errors !== undefined || data === null) throw new Error(`${name} at ${hub.items} items, ${JSON.stringify(given)}: ${JSON.stringify(errors)}`);
  return { ms, variables: given };
}

async function summaryOf(hub: SizedHub, { query }: Question, took: readonly Took[]): Promise<AtSize> {
  const times = took.map(({ ms }) => ms);
  const { variables } = took.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest));
  const ran = await hub.statementsOf(query, variables);
  return { items: hub.items, p50: median(times), p95: quantile(times, 0.95), statements: ran.length, slowest: { variables, ran } };
}

/** How often the largest size takes what the smallest does. */
export const growthOf = ({ sizes }: Growth, of: (size: AtSize) => number): number => of(sizes.at(-1)!) / of(sizes[0]!);
