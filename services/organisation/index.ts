import { PrismaClient } from '../../prisma/organisation/client/client';
import { systemActor } from '../shared/actor';
import type { Database } from '../shared/database';
import { localFeed, type Feed } from '../shared/feed';
import { createFollower, type Follower } from '../shared/follower';
import { readHead } from '../shared/journal';
import { migrate } from '../shared/migrate';
import { inProject } from '../shared/project-root';
import { runCommand } from '../shared/run-command';
import type { Call, Subgraph } from '../shared/subgraph';
import { Wake } from '../shared/wake';
import { buildOrganisationSchema } from './builder';
import { loadSample } from './commands/load-sample';
import type { OrganisationContext, OrganisationStore } from './context';
import { catalogProjection } from './followers/catalog-projection';
import { createOrganisationLoaders } from './loaders';
import { readSample } from './read-sample';
import { PERMISSIONS } from './rules/permissions';

const SCHEMA = 'organisation';

export interface OrganisationOptions {
  database: Database;
  /** The journals this service follows. */
  feeds: { catalog: Feed };
  /** The clock; tests choose the time. */
  now?: () => Date;
}

export interface OrganisationSubgraph extends Subgraph {
  /** What it keeps of others: `catalog`. */
  readonly followers: readonly Follower[];
  /** Empties every projection and replays it from zero. */
  rebuild(): Promise<void>;
  /** Loads prisma/organisation/seed into a register without history, all or nothing; into any other, nothing. */
  seed(): Promise<void>;
}

/** The organisation service: regions, agencies, offices and officers (P4). */
export function createOrganisationSubgraph({ database, feeds, now = () => new Date() }: OrganisationOptions): OrganisationSubgraph {
  const prisma = new PrismaClient({ adapter: database.adapter() });
  const store: OrganisationStore = { schema: SCHEMA, database, prisma, wake: new Wake(), now };
  const loaders = createOrganisationLoaders(database);
  const followers = [createFollower(store, feeds.catalog, catalogProjection)];
  return {
    name: 'organisation',
    schema: buildOrganisationSchema(store),
    createContext: ({ actor, requestId }: Call): OrganisationContext => ({ actor, requestId, store, loaders }),
    feed: localFeed(store),
    followers,
    async start() {
      await migrate(database.pool, SCHEMA, inProject('prisma', 'organisation', 'migrations'));
      for (const follower of followers) follower.start();
    },
    async catchUp() {
      for (const follower of followers) await follower.catchUp();
    },
    async rebuild() {
      for (const follower of followers) await follower.rebuild();
    },
    seed: () => seedEmptyRegister(store),
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

async function seedEmptyRegister(store: OrganisationStore): Promise<void> {
  if ((await readHead(store.database, SCHEMA)).seq > 0) return;
  const outcome = await runCommand(store, PERMISSIONS, loadSample, readSample(), systemActor('sample'));
  if (!outcome.ok) throw new Error(`organisation sample: ${outcome.refusal.code} ${outcome.refusal.message}`);
}
