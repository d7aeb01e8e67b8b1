import { type Database, embeddedDatabases, serverDatabase } from '../services/shared/database';
import type { HubConfig, Service } from './config';
import { type DataDirectory, openDataDirectory } from './data-directory';
import { openEmbedded } from './embedded/open-embedded';

/** Where the services of one process keep their data. */
export interface Databases {
  connect(service: Service): Database;
  close(): Promise<void>;
}

/** What a hub holds while it runs. */
export interface Home {
  directory: DataDirectory;
  databases: Promise<Databases>;
}

/** Takes the data directory and begins to open the databases, unless they are the caller's own and are open. */
export function openHome(config: Pick<HubConfig, 'databases' | 'dataDirectory'>, given?: Pick<Databases, 'connect'>): Home {
  const directory = openDataDirectory(config.dataDirectory);
  const databases = given ? Promise.resolve({ ...given, close: async () => undefined }) : openDatabases(config, directory);
  databases.catch(() => undefined); // whoever waits for them is told; that may be a while after they failed
  return { directory, databases };
}

/** The embedded database in the data directory, or the servers that the configuration names. */
async function openDatabases({ databases }: Pick<HubConfig, 'databases'>, directory: DataDirectory): Promise<Databases> {
  if (databases === null) {
    const embedded = await openEmbedded(directory.file('pglite'));
    return { connect: embeddedDatabases(embedded), close: () => embedded.close() };
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
