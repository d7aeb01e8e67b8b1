import type { Store } from './store';

/** Counts are estimated by a table's size; what is in it is looked at again once it has grown by so much. */
const GROWTH = 1.5;

/**
 * After much has come in at once: the embedded database gathers no statistics by itself, and without them it plans badly.
 * Only of tables that have grown by half since they were last looked at: a city's list arrives in many files, and each
 * look costs as much as all that came before.
 */
export async function refreshStatistics({ database, schema }: Pick<Store, 'database' | 'schema'>): Promise<void> {
  const { rows } = await database.pool.query<{ names: string | null }>(
    `SELECT string_agg(oid::regclass::text, ', ') AS names FROM pg_class
     WHERE relnamespace = $1::regnamespace AND relkind = 'r'
       AND (reltuples < 0 OR pg_relation_size(oid) > relpages * current_setting('block_size')::int * $2::float)`,
    [schema, GROWTH],
  );
  const names = rows[0]?.names;
  if (names) await database.pool.query(`ANALYZE ${names}`);
}
