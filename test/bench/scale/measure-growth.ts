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

export interface SizedQuestion {
  hub: SizedHub;
  question: Question;
}

const WARM_UP = 12;

/** Asks one question at all sizes in turn, so that what the machine does meanwhile meets all alike. Times in milliseconds, one request at a time. */
export async function measureGrowth(asked: readonly SizedQuestion[], times: number): Promise<Growth> {
  const took = asked.map((): { ms: number; variables: object }[] => []);
  for (let n = -WARM_UP; n < times; n += 1) {
    for (const [i, { hub, question }] of asked.entries()) {
      const variables = question.variables[(n + WARM_UP) % question.variables.length]!;
      const start = performance.now();
      const { data, errors } = await hub.ask(question.query, variables);
      const ms = performance.now() - start;
      if (errors !== undefined || data === null) throw new Error(`${question.name} at ${hub.items} items, ${JSON.stringify(variables)}: ${JSON.stringify(errors)}`);
      if (n >= 0) took[i]!.push({ ms, variables });
    }
  }
  const sizes: AtSize[] = [];
  for (const [i, { hub, question }] of asked.entries()) {
    const times = took[i]!.map(({ ms }) => ms);
    const { variables } = took[i]!.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest));
    const ran = await hub.statementsOf(question.query, variables);
    sizes.push({ items: hub.items, p50: median(times), p95: quantile(times, 0.95), statements: ran.length, slowest: { variables, ran } });
  }
  return { name: asked[0]!.question.name, sizes };
}

/** How often the largest size takes what the smallest does. */
export const growthOf = ({ sizes }: Growth, of: (size: AtSize) => number): number => of(sizes.at(-1)!) / of(sizes[0]!);
