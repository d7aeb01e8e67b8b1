import { PrismaClient } from '../../prisma/service-center/client/client';
import { createCheckpointer, type CheckpointSettings } from '../shared/checkpoints/checkpointer';
import type { Database } from '../shared/database';
import { dayInChina } from '../shared/day';
import { createSubgraph } from '../shared/create-subgraph';
import type { Feed } from '../shared/feed';
import { createFollower } from '../shared/follower';
import type { Subgraph } from '../shared/subgraph';
import { Wake } from '../shared/wake';
import { buildServiceCenterSchema } from './builder';
import type { ServiceCenterContext, ServiceCenterStore } from './context';
import { catalogProjection } from './followers/catalog-projection';
import { organisationProjection } from './followers/organisation-projection';
import { createServiceCenterLoaders } from './loaders';
import { seedSample } from './seed';

export interface ServiceCenterOptions {
  database: Database;
  /** The journals this service follows. */
  feeds: { catalog: Feed; organisation: Feed };
  /** The clock; tests choose the time. */
  now?: () => Date;
  /** Who signs its journal and how often; nobody by default. */
  checkpoints?: CheckpointSettings | undefined;
}

/** The service center: guides to the items of the list, and whether each item leads to a counter (P3). */
export function createServiceCenterSubgraph({ database, feeds, now = () => new Date(), checkpoints: settings }: ServiceCenterOptions): Subgraph {
  const prisma = new PrismaClient({ adapter: database.adapter() });
  const wake = new Wake();
  const checkpoints = settings && createCheckpointer({ database, schema: 'service_center', now, wake }, settings);
  const store: ServiceCenterStore = { schema: 'service_center', database, prisma, wake, checkpoints, now };
  const today = (): string => dayInChina(now());
  const loaders = createServiceCenterLoaders(database);
  return createSubgraph({
    name: 'service-center',
    store,
    schema: buildServiceCenterSchema(store),
    createContext: ({ actor, requestId }): ServiceCenterContext => ({ actor, requestId, store, loaders, today: today() }),
    followers: [
      createFollower(store, feeds.catalog, catalogProjection),
      createFollower(store, feeds.organisation, organisationProjection),
    ],
    seed: () => seedSample(store),
    close: () => prisma.$disconnect(),
  });
}
