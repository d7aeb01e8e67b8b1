import { PrismaClient } from '../../prisma/service-center/client/client';
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
import { seedGuides } from './seed';

export interface ServiceCenterOptions {
  database: Database;
  /** The journals this service follows. */
  feeds: { catalog: Feed; organisation: Feed };
  /** The clock; tests choose the time. */
  now?: () => Date;
}

/** The service center: guides to the items of the list, and whether each item leads to a counter (P3). */
export function createServiceCenterSubgraph({ database, feeds, now = () => new Date() }: ServiceCenterOptions): Subgraph {
  const prisma = new PrismaClient({ adapter: database.adapter() });
  const store: ServiceCenterStore = { schema: 'service_center', database, prisma, wake: new Wake(), now };
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
    seed: () => seedGuides(store),
    close: () => prisma.$disconnect(),
  });
}
