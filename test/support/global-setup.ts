import { PGlite } from '@electric-sql/pglite';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { embeddedDatabases, serverDatabase } from '../../services/shared/database';
import { migrate } from '../../services/shared/migrate';
import { SCHEMAS } from './schemas';

/** The database that tests on a server copy; made once, with all migrations applied. */
export const TEMPLATE = 'hub_test_template';

/** Prepares an empty hub once for all test files: a PGlite snapshot, or a template database on `HUB_TEST_DATABASE_URL`. */
export default async function globalSetup(): Promise<void> {
  const url = process.env.HUB_TEST_DATABASE_URL;
  if (url) await prepareTemplate(url);
  else await prepareSnapshot();
}

async function prepareSnapshot(): Promise<void> {
  const db = await PGlite.create();
  const { pool } = embeddedDatabases(db)();
  for (const [schema, directory] of SCHEMAS) await migrate(pool, schema, directory);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-test-')), 'snapshot.tar');
  writeFileSync(file, Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer()));
  await db.close();
  process.env.HUB_TEST_SNAPSHOT = file;
}

async function prepareTemplate(url: string): Promise<void> {
  const admin = serverDatabase(url, 1);
  await admin.pool.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await admin.pool.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.close();
  const target = new URL(url);
  target.pathname = `/${TEMPLATE}`;
  const template = serverDatabase(target.href, 1);
  for (const [schema, directory] of SCHEMAS) await migrate(template.pool, schema, directory);
  await template.close();
}
