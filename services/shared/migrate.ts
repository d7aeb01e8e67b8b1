import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

/**
 * Applies `prisma/<service>/migrations` in order, each in one transaction, and records them in
 * `<schema>._prisma_migrations` exactly as `prisma migrate deploy` does: Prisma's own engine then reports nothing to
 * apply. An advisory lock lets several processes start at once. Returns the names applied.
 */
export async function migrate(pool: pg.Pool, schema: string, directory: string): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext($1))`, [`migrate:${schema}`]);
    return await applyPending(client, schema, directory);
  } finally {
    await client.query(`SELECT pg_advisory_unlock(hashtext($1))`, [`migrate:${schema}`]);
    client.release();
  }
}

async function applyPending(client: pg.PoolClient, schema: string, directory: string): Promise<string[]> {
  const table = `"${schema}"."_prisma_migrations"`;
  await client.query(`CREATE SCHEMA IF NOT EXISTS "${schema}";
    CREATE TABLE IF NOT EXISTS ${table} (
      "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
      "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
      "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0);`);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `SELECT migration_name, checksum FROM ${table} WHERE rolled_back_at IS NULL`,
  );
  const done = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const applied: string[] = [];
  for (const name of migrationNames(directory)) {
    const sql = readFileSync(path.join(directory, name, 'migration.sql'), 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    const before = done.get(name);
    if (before === checksum) continue;
    if (before !== undefined) throw new Error(`migration ${schema}/${name} was edited after it was applied`);
    try {
      await client.query(`BEGIN;\n${sql}\n;INSERT INTO ${table}
        (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
        VALUES ('${randomUUID()}', '${checksum}', '${name}', now(), now(), 1);\nCOMMIT;`);
    } catch (fault) {
      await client.query('ROLLBACK');
      throw new Error(`migration ${schema}/${name} failed`, { cause: fault });
    }
    applied.push(name);
  }
  return applied;
}

const migrationNames = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
