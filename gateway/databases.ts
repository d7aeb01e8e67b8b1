import { PGlite } from '@electric-sql/pglite';
import { type Database, embeddedDatabases, serverDatabase } from '../services/shared/database';
import type { HubConfig, Service } from './config';
import type { DataDirectory } from './data-directory';

/** Where the services of one process keep their data. */
export interface Databases {
  connect(service: Service): Database;
  close(): Promise<void>;
}

/** The embedded database in the data directory, or the servers that the configuration names. */
export async function openDatabases({ databases }: Pick<HubConfig, 'databases'>, directory: DataDirectory): Promise<Databases> {
  if (databases === null) {
    const db = await PGlite.create({ dataDir: directory.file('pglite') });
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
