import type { Store } from './store';

/** After much has come in at once: the embedded database gathers no statistics by itself, and without them it plans badly. */
export async function refreshStatistics({ database, schema }: Pick<Store, 'database' | 'schema'>): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS name FROM pg_tables WHERE schemaname = $1`,
    [schema],
  );
  await database.pool.query(`ANALYZE ${rows[0]!.name}`);
}
