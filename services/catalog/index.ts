import { PrismaClient } from '../../prisma/catalog/client/client';
import { createCheckpointer, type CheckpointSettings } from '../shared/checkpoints/checkpointer';
import type { Database } from '../shared/database';
import { dayInChina } from '../shared/day';
import { createSubgraph } from '../shared/create-subgraph';
import type { Subgraph } from '../shared/subgraph';
import { Wake } from '../shared/wake';
import { buildCatalogSchema } from './builder';
import type { CatalogContext, CatalogStore } from './context';
import { createCatalogLoaders } from './loaders';
import { seedCategorySchemes } from './seed';

export interface CatalogOptions {
  database: Database;
  /** The clock; tests choose the time. */
  now?: () => Date;
  /** Who signs its journal and how often; nobody by default. */
  checkpoints?: CheckpointSettings | undefined;
}

/** The catalog: the published list of every power, P1–P7. It follows nobody. */
export function createCatalogSubgraph({ database, now = () => new Date(), checkpoints: settings }: CatalogOptions): Subgraph {
  const prisma = new PrismaClient({ adapter: database.adapter() });
  const wake = new Wake();
  const checkpoints = settings && createCheckpointer({ database, schema: 'catalog', now, wake }, settings);
  const store: CatalogStore = { schema: 'catalog', database, prisma, wake, checkpoints, now };
  const loaders = createCatalogLoaders(database);
  return createSubgraph({
    name: 'catalog',
    store,
    schema: buildCatalogSchema(store),
    createContext: ({ actor, requestId }): CatalogContext => ({ actor, requestId, store, loaders, today: dayInChina(now()) }),
    followers: [],
    prepare: () => seedCategorySchemes(store),
    seed: async () => {}, // the sample lists come in as files, like any list
    close: () => prisma.$disconnect(),
  });
}
