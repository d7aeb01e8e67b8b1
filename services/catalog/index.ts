import { PrismaClient } from '../../prisma/catalog/client/client';
import type { Database } from '../shared/database';
import { dayInChina } from '../shared/day';
import { localFeed } from '../shared/feed';
import { migrate } from '../shared/migrate';
import { inProject } from '../shared/project-root';
import type { Call, Subgraph } from '../shared/subgraph';
import { Wake } from '../shared/wake';
import { buildCatalogSchema } from './builder';
import type { CatalogContext, CatalogStore } from './context';
import { createCatalogLoaders } from './loaders';
import { seedCategorySchemes } from './seed';

const SCHEMA = 'catalog';

export interface CatalogOptions {
  database: Database;
  /** The clock; tests choose the time. */
  now?: () => Date;
}

/** The catalog: the published list of every power, P1–P7. It follows nobody. */
export function createCatalogSubgraph({ database, now = () => new Date() }: CatalogOptions): Subgraph {
  const prisma = new PrismaClient({ adapter: database.adapter() });
  const store: CatalogStore = { schema: SCHEMA, database, prisma, wake: new Wake(), now };
  const loaders = createCatalogLoaders(database);
  return {
    name: 'catalog',
    schema: buildCatalogSchema(store),
    createContext: ({ actor, requestId }: Call): CatalogContext => ({
      actor,
      requestId,
      store,
      loaders,
      today: dayInChina(now()),
    }),
    feed: localFeed(store),
    async start() {
      await migrate(database.pool, SCHEMA, inProject('prisma', 'catalog', 'migrations'));
      await seedCategorySchemes(store);
    },
    async ready() {
      const database_ = await database.pool.query('SELECT 1').then(
        () => 'ok' as const,
        () => 'unreachable' as const,
      );
      return { database: database_, followers: [] };
    },
    catchUp: async () => {},
    seed: async () => {}, // the sample lists come in as files, like any list
    async stop() {
      await prisma.$disconnect();
    },
  };
}
