import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { embeddedDatabases, serverDatabase } from '../../services/shared/database';
import { migrate } from '../../services/shared/migrate';
import { PROJECT_ROOT } from '../../services/shared/project-root';
import { SCHEMAS } from './schemas';

// Named after this checkout's place, so that several may run their tests on one server.
const CHECKOUT = createHash('sha256').update(PROJECT_ROOT).digest('hex').slice(0, 8);
/** The database that tests on a server copy; made once, with all migrations applied. */
export const TEMPLATE = `hub_test_template_${CHECKOUT}`;
/** The same with the sample loaded; made by the first test that needs it (sample-database.ts). */
export const SAMPLE_TEMPLATE = `hub_test_sample_${CHECKOUT}`;

/** Prepares an empty hub once for all test files: a PGlite snapshot, or a template database on `HUB_TEST_DATABASE_URL`. */
export default async function globalSetup(): Promise<void> {
  // A folder that the test files of this run share, gone when it ends.
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  process.env.HUB_TEST_FOLDER = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const url = process.env.HUB_TEST_DATABASE_URL;
  if (url) await prepareTemplate(url);
  else await prepareSnapshot(path.join(folder, 'empty.tar'));
}

/** What a test does not need makes every opening of the snapshot slower: large files of WAL, and databases to copy others from. */
async function prepareSnapshot(file: string): Promise<void> {
  const db = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
  const { pool } = embeddedDatabases(db)();
  for (const [schema, directory] of SCHEMAS) await migrate(pool, schema, directory);
  for (const statement of ['UPDATE pg_database SET datistemplate = false', 'DROP DATABASE template0', 'DROP DATABASE template1', 'CHECKPOINT']) await db.exec(statement);
  writeFileSync(file, Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer()));
  await db.close();
  process.env.HUB_TEST_SNAPSHOT = file;
}

async function prepareTemplate(url: string): Promise<void> {
  const admin = serverDatabase(url, 1);
  await admin.pool.query(`DROP DATABASE IF EXISTS ${SAMPLE_TEMPLATE} WITH (FORCE)`);
  await admin.pool.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await admin.pool.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.close();
  const target = new URL(url);
  target.pathname = `/${TEMPLATE}`;
  const template = serverDatabase(target.href, 1);
  for (const [schema, directory] of SCHEMAS) await migrate(template.pool, schema, directory);
  await template.close();
}
