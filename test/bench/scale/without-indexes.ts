import type pg from 'pg';

/** Runs the work while the schemas' tables have no indexes but those of their keys, and makes the others again after it: so a bulk load takes minutes. */
export async function withoutIndexes(pool: pg.Pool, schemas: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `SELECT format('%I.%I', i.schemaname, i.indexname) AS name, i.indexdef AS definition FROM pg_indexes i
     WHERE i.schemaname = ANY($1::text[]) AND NOT EXISTS (
       SELECT 1 FROM pg_constraint c WHERE c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)`,
    [schemas],
  );
  for (const { name } of rows) await pool.query(`DROP INDEX ${name}`);
  await work();
  for (const { definition } of rows) await pool.query(definition);
}
