import { PrismaClient } from '../../prisma/organisation/client/client';
import { systemActor } from '../shared/actor';
import { createCheckpointer, type CheckpointSettings } from '../shared/checkpoints/checkpointer';
import type { Database } from '../shared/database';
import { createSubgraph } from '../shared/create-subgraph';
import type { Feed } from '../shared/feed';
import { dayInChina } from '../shared/day';
import { createFollower } from '../shared/follower';
import { readHead } from '../shared/journal';
import { runCommand } from '../shared/run-command';
import type { Subgraph } from '../shared/subgraph';
import { Wake } from '../shared/wake';
import { buildOrganisationSchema } from './builder';
import type { Outcome } from '../shared/outcome';
import { loadSample } from './commands/load-sample';
import { loadSampleMandates } from './commands/mandates/load-sample-mandates';
import type { OrganisationContext, OrganisationStore } from './context';
import { catalogProjection } from './followers/catalog-projection';
import { createOrganisationLoaders } from './loaders';
import { createRegionChecks } from './queries/mandates/region-check';
import { readSample, readSampleMandates } from './read-sample';
import { PERMISSIONS } from './rules/permissions';

const SCHEMA = 'organisation';

export interface OrganisationOptions {
  database: Database;
  /** The journals this service follows. */
  feeds: { catalog: Feed };
  /** The clock; tests choose the time. */
  now?: () => Date;
  /** Who signs its journal and how often; nobody by default. */
  checkpoints?: CheckpointSettings | undefined;
}

/** The organisation service: regions, agencies, offices and officers (P4). */
export function createOrganisationSubgraph({ database, feeds, now = () => new Date(), checkpoints: settings }: OrganisationOptions): Subgraph {
  const prisma = new PrismaClient({ adapter: database.adapter() });
  const wake = new Wake();
  const checkpoints = settings && createCheckpointer({ database, schema: SCHEMA, now, wake }, settings);
  const store: OrganisationStore = { schema: SCHEMA, database, prisma, wake, checkpoints, now };
  const loaders = createOrganisationLoaders(database);
  const regionChecks = createRegionChecks(database);
  return createSubgraph({
    name: 'organisation',
    store,
    schema: buildOrganisationSchema(store),
    createContext: ({ actor, requestId }): OrganisationContext => ({ actor, requestId, store, loaders, regionChecks, today: dayInChina(now()) }),
    followers: [createFollower(store, feeds.catalog, catalogProjection)],
    seed: () => seedSample(store),
    close: () => prisma.$disconnect(),
  });
}

/** The register into an empty service; once its lists are there, the mandates that rest on them. Each once. */
async function seedSample(store: OrganisationStore): Promise<void> {
  if ((await readHead(store.database, SCHEMA)).seq === 0) taken(await runCommand(store, PERMISSIONS, loadSample, readSample(), systemActor('sample')));
  else if (await awaitsMandates(store)) taken(await runCommand(store, PERMISSIONS, loadSampleMandates, readSampleMandates(), systemActor('sample')));
}

function taken(outcome: Outcome<number>): void {
  if (!outcome.ok) throw new Error(`organisation sample: ${outcome.refusal.code} ${outcome.refusal.message}`);
}

async function awaitsMandates({ database }: OrganisationStore): Promise<boolean> {
  const [row] = await database.rows<{ awaits: boolean }>({
    name: 'sample-awaits-mandates',
    text: `SELECT EXISTS (SELECT 1 FROM organisation.listed_item) AND NOT EXISTS (SELECT 1 FROM organisation.mandate) AS awaits`,
  });
  return row?.awaits ?? false;
}
