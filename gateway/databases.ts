import { execFile } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import type { PGlite } from '@electric-sql/pglite';
import { type Database, embeddedDatabases, serverDatabase } from '../services/shared/database';
import { PROJECT_ROOT } from '../services/shared/project-root';
import type { HubConfig, Service } from './config';
import type { DataDirectory } from './data-directory';

/** Where the services of one process keep their data. */
export interface Databases {
  connect(service: Service): Database;
  close(): Promise<void>;
}

/**
 * Creates the empty database in a process of its own, which takes the memory this needs once with it when it ends, and
 * under another name until it is whole: a start that is cut off leaves nothing half-made.
 */
async function createEmbedded(dataDir: string): Promise<void> {
  const unfinished = `${dataDir}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const script = `require('@electric-sql/pglite').PGlite.create(process.argv[1]).then((db) => db.close())`;
  await promisify(execFile)(process.execPath, ['-e', script, unfinished], { cwd: PROJECT_ROOT });
  renameSync(unfinished, dataDir);
}

/** The embedded database fills its buffers with zeros at each start; behind them the system keeps the same pages once more. */
const BUFFERS = ['-c', 'shared_buffers=32MB'];

/** The embedded database in the data directory, or the servers that the configuration names. */
export async function openDatabases({ databases }: Pick<HubConfig, 'databases'>, directory: DataDirectory): Promise<Databases> {
  if (databases === null) {
    const dataDir = directory.file('pglite');
    if (!existsSync(dataDir)) await createEmbedded(dataDir);
    // Loaded here because a hub on a server never needs it.
    const embedded = require('@electric-sql/pglite') as { PGlite: typeof PGlite };
    const db = await embedded.PGlite.create({ dataDir, startParams: [...embedded.PGlite.defaultStartParams, ...BUFFERS] });
    return { connect: embeddedDatabases(db), close: () => db.close() };
  }
  const opened: Database[] = [];
  return {
    connect(service) {
      const database = serverDatabase(databases[service]);
      opened.push(database);
      return database;
    },
    close: async () => void (await Promise.all(opened.map((database) => database.close()))),
  };
}
