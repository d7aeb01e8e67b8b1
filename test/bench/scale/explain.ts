import type { Database } from '../../../services/shared/database';
import type { RanStatement } from './sized-hub';

/** The plan of a statement with its values, as the server runs it and with what it read. */
export async function explain(database: Database, { text, values }: RanStatement): Promise<string> {
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

/** Milliseconds a plan says it took. */
export const timeOfPlan = (plan: string): number => Number(/Execution Time: ([\d.]+) ms/.exec(plan)?.[1] ?? Number.NaN);
