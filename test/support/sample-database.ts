import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../gateway/config';
import { SILENT } from '../../gateway/log';
import { createHub } from '../../gateway/hub';
import type { Database } from '../../services/shared/database';
import { copyOnServer, embedded, onServer, testServer, type TestDatabase } from './database';
import { SAMPLE_TEMPLATE, TEMPLATE } from './global-setup';

/** The day of tests over the sample: after all of its days, and the same for ever. */
export const SAMPLE_TODAY = '2026-01-15';
export const sampleClock = (): Date => new Date(`${SAMPLE_TODAY}T02:00:00Z`);

/** A database of this test's own with the sample loaded, as after the first start. Loaded once for all test files. */
export async function sampleDatabase(): Promise<TestDatabase> {
  const server = testServer();
  if (server === null) return embedded(await globalThis.openPglite({ snapshot: await sampleSnapshot() }));
  await makeOnce('sample-on-server', async () => (await onServer(server, `SELECT 1 FROM pg_database WHERE datname = '${SAMPLE_TEMPLATE}'`)) > 0, async () => {
    const unfinished = `${SAMPLE_TEMPLATE}_new`;
    await onServer(server, `DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await loadInto(await copyOnServer(server, TEMPLATE, unfinished));
    await onServer(server, `ALTER DATABASE ${unfinished} RENAME TO ${SAMPLE_TEMPLATE}`);
  });
  return copyOnServer(server, SAMPLE_TEMPLATE);
}

/** The sample as a file that PGlite begins with. */
export async function sampleSnapshot(): Promise<string> {
  const file = path.join(process.env.HUB_TEST_FOLDER!, 'sample.tar');
  await makeOnce('sample', async () => existsSync(file), async () => {
    const db = await globalThis.openPglite();
    await loadInto(embedded(db));
    writeFileSync(`${file}.new`, Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer()));
    await db.close();
    renameSync(`${file}.new`, file);
  });
  return file;
}

/** Loads the sample through the hub's own start. */
async function loadInto(database: TestDatabase): Promise<void> {
  const connections: Database[] = [];
  const connect = (): Database => {
    const connection = database.connect();
    connections.push(connection);
    return connection;
  };
  const hub = await createHub(readConfig({ HUB_DATA: temporaryFolder() }), { log: SILENT, now: sampleClock, databases: { connect } });
  await hub.start();
  await hub.stop();
  await Promise.all(connections.map((connection) => connection.close()));
}

/** One test file of a run makes it, the others wait. */
async function makeOnce(name: string, isThere: () => Promise<boolean>, make: () => Promise<void>): Promise<void> {
  const lock = path.join(process.env.HUB_TEST_FOLDER!, `${name}.lock`);
  while (!(await isThere())) {
    try {
      mkdirSync(lock);
    } catch {
      await sleep(100);
      continue;
    }
    try {
      if (!(await isThere())) await make();
    } finally {
      rmSync(lock, { recursive: true });
    }
  }
}

/** A folder of the test's own, gone when the run ends. */
export const temporaryFolder = (): string => mkdtempSync(path.join(process.env.HUB_TEST_FOLDER!, 'data-'));
