import type { PGlite } from '@electric-sql/pglite';
import { randomBytes } from 'node:crypto';
import { embeddedDatabases, serverDatabase, type Database } from '../../services/shared/database';
import { TEMPLATE } from './global-setup';

declare global {
  // Provided by database-environment.js.
  var openPglite: () => Promise<PGlite>;
}

/** An empty, migrated hub database of this test's own, on PGlite or on the server of `HUB_TEST_DATABASE_URL`. */
export interface TestDatabase {
  /** One service's way to it; each service asks for its own. */
  connect(): Database;
  /** URL on a server, null when embedded. */
  url: string | null;
  drop(): Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  const url = process.env.HUB_TEST_DATABASE_URL;
  return url ? onServer(url) : embedded();
}

async function embedded(): Promise<TestDatabase> {
  const db = await globalThis.openPglite();
  return { connect: embeddedDatabases(db), url: null, drop: () => db.close() };
}

async function onServer(url: string): Promise<TestDatabase> {
  const name = `hub_test_${randomBytes(6).toString('hex')}`;
  const admin = serverDatabase(url, 1);
  await admin.pool.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const target = new URL(url);
  target.pathname = `/${name}`;
  const opened: Database[] = [];
  return {
    connect() {
      const database = serverDatabase(target.href, 5);
      opened.push(database);
      return database;
    },
    url: target.href,
    async drop() {
      await Promise.all(opened.map((database) => database.close()));
      await admin.pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
    },
  };
}
