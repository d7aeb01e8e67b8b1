import { PGlite } from '@electric-sql/pglite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../../gateway/config';
import { SILENT } from '../../../gateway/log';
import { createHub } from '../../../gateway/hub';
import { embeddedDatabases, serverDatabase } from '../../../services/shared/database';
import { onServer } from '../on-server';
import { fillDatabase, type FillOptions } from './fill-database';

/** One for each service. */
const WRITERS = 3;

/** Makes a database of this name on the server anew and fills it with a generated hub; answers its URL. */
export async function generateHub(server: string, name: string, options: FillOptions): Promise<string> {
  await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await startOnce({ DATABASE_URL: url.href });
  const loading = new URL(url);
  loading.searchParams.set('options', '-c synchronous_commit=off -c maintenance_work_mem=512MB');
  const database = serverDatabase(loading.href, WRITERS);
  try {
    await fillDatabase(database.pool, options);
    await database.pool.query('VACUUM (ANALYZE)');
    await database.pool.query('CHECKPOINT');
  } finally {
    await database.close();
  }
  return url.href;
}

/** The same in the embedded database of a data directory. */
export async function generateEmbedded(directory: string, options: FillOptions): Promise<void> {
  await startOnce({ HUB_DATA: directory });
  const db = await PGlite.create({ dataDir: path.join(directory, 'pglite') });
  try {
    const { pool } = embeddedDatabases(db)();
    await fillDatabase(pool, options);
    await pool.query('VACUUM (ANALYZE)');
  } finally {
    await db.close();
  }
}

/** An empty hub as its first start leaves it: migrated, its category schemes defined. */
async function startOnce(environment: Record<string, string>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
  const hub = await createHub(readConfig({ HUB_DATA: folder, HUB_SAMPLE: 'off', ...environment }), { log: SILENT });
  await hub.start();
  await hub.stop();
  rmSync(folder, { recursive: true });
}
