import { PrismaClient } from '../../prisma/service-center/client/client';
import type { Database } from '../shared/database';
import { dayInChina } from '../shared/day';
import { localFeed, type Feed } from '../shared/feed';
import { createFollower, type Follower } from '../shared/follower';
import { migrate } from '../shared/migrate';
import { inProject } from '../shared/project-root';
import type { Call, Subgraph } from '../shared/subgraph';
import { Wake } from '../shared/wake';
import { buildServiceCenterSchema } from './builder';
import type { ServiceCenterContext, ServiceCenterStore } from './context';
import { catalogProjection } from './followers/catalog-projection';
import { organisationProjection } from './followers/organisation-projection';
import { createServiceCenterLoaders } from './loaders';
import { seedGuides } from './seed';

const SCHEMA = 'service_center';

export interface ServiceCenterOptions {
  database: Database;
  /** The journals this service follows. */
  feeds: { catalog: Feed; organisation: Feed };
  /** The clock; tests choose the time. */
  now?: () => Date;
}

export interface ServiceCenterSubgraph extends Subgraph {
  /** What it keeps of the others: `catalog` and `organisation`. */
  readonly followers: readonly Follower[];
  /** Empties every projection and replays it from zero. */
  rebuild(): Promise<void>;
}

/** The service center: guides to the items of the list, and whether each item leads to a counter (P3). */
export function createServiceCenterSubgraph({ database, feeds, now = () => new Date() }: ServiceCenterOptions): ServiceCenterSubgraph {
  const prisma = new PrismaClient({ adapter: database.adapter() });
  const store: ServiceCenterStore = { schema: SCHEMA, database, prisma, wake: new Wake(), now };
  const today = (): string => dayInChina(now());
  const loaders = createServiceCenterLoaders(database, today);
  const followers = [
    createFollower(store, feeds.catalog, catalogProjection),
    createFollower(store, feeds.organisation, organisationProjection),
  ];
  return {
    name: 'service-center',
    schema: buildServiceCenterSchema(store),
    createContext: ({ actor, requestId }: Call): ServiceCenterContext => ({ actor, requestId, store, loaders, today: today() }),
    feed: localFeed(store),
    followers,
    async start() {
      await migrate(database.pool, SCHEMA, inProject('prisma', 'service-center', 'migrations'));
      for (const follower of followers) follower.start();
    },
    async catchUp() {
      for (const follower of followers) await follower.catchUp();
    },
    async rebuild() {
      for (const follower of followers) await follower.rebuild();
    },
    seed: () => seedGuides(store),
    async ready() {
      try {
        return { database: 'ok', followers: await Promise.all(followers.map((follower) => follower.status())) };
      } catch {
        return { database: 'unreachable', followers: [] };
      }
    },
    async stop() {
      await Promise.all(followers.map((follower) => follower.stop()));
      await prisma.$disconnect();
    },
  };
}
