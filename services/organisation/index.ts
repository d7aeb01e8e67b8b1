import { PrismaClient } from '../../prisma/organisation/client/client';
import { systemActor } from '../shared/actor';
import type { Database } from '../shared/database';
import { createSubgraph } from '../shared/create-subgraph';
import type { Feed } from '../shared/feed';
import { createFollower } from '../shared/follower';
import { readHead } from '../shared/journal';
import { runCommand } from '../shared/run-command';
import type { Subgraph } from '../shared/subgraph';
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

/** The organisation service: regions, agencies, offices and officers (P4). */
export function createOrganisationSubgraph({ database, feeds, now = () => new Date() }: OrganisationOptions): Subgraph {
  const prisma = new PrismaClient({ adapter: database.adapter() });
  const store: OrganisationStore = { schema: SCHEMA, database, prisma, wake: new Wake(), now };
  const loaders = createOrganisationLoaders(database);
  return createSubgraph({
    name: 'organisation',
    store,
    schema: buildOrganisationSchema(store),
    createContext: ({ actor, requestId }): OrganisationContext => ({ actor, requestId, store, loaders }),
    followers: [createFollower(store, feeds.catalog, catalogProjection)],
    seed: () => seedEmptyRegister(store),
    close: () => prisma.$disconnect(),
  });
}

async function seedEmptyRegister(store: OrganisationStore): Promise<void> {
  if ((await readHead(store.database, SCHEMA)).seq > 0) return;
  const outcome = await runCommand(store, PERMISSIONS, loadSample, readSample(), systemActor('sample'));
  if (!outcome.ok) throw new Error(`organisation sample: ${outcome.refusal.code} ${outcome.refusal.message}`);
}
