import type { PGlite } from '@electric-sql/pglite';
import { randomBytes } from 'node:crypto';
import { embeddedDatabases, serverDatabase, type Database } from '../../services/shared/database';
import { TEMPLATE } from './global-setup';

declare global {
  // Provided by database-environment.js.
  var openPglite: (from?: { snapshot?: string | null; dataDir?: string }) => Promise<PGlite>;
}

/** A hub database of this test's own, on PGlite or on the server of `HUB_TEST_DATABASE_URL`. */
export interface TestDatabase {
  /** One service's way to it; each service asks for its own. */
  connect(): Database;
  /** URL on a server, null when embedded. */
  url: string | null;
  drop(): Promise<void>;
}

/** The server that `HUB_TEST_DATABASE_URL` names; null: tests run on PGlite. */
export const testServer = (): string | null => process.env.HUB_TEST_DATABASE_URL || null;

/** An empty, migrated one. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = testServer();
  return server === null ? embedded(await globalThis.openPglite()) : copyOnServer(server, TEMPLATE);
}

export const embedded = (db: PGlite): TestDatabase => ({ connect: embeddedDatabases(db), url: null, drop: () => db.close() });

/** A copy of one of the server's databases, under a name of its own unless told. */
export async function copyOnServer(
  server: string,
  template: string,
  name = `hub_test_${randomBytes(6).toString('hex')}`,
): Promise<TestDatabase> {
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const target = new URL(server);
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
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** One statement to the server itself. */
export async function onServer(server: string, sql: string): Promise<number> {
  const admin = serverDatabase(server, 1);
  try {
    return (await admin.pool.query(sql)).rowCount ?? 0;
  } finally {
    await admin.close();
  }
}
