import type { PrismaClient } from '../../prisma/organisation/client/client';
import type { CallContext } from '../shared/graphql/schema-builder';
import type { Store } from '../shared/store';
import type { OrganisationLoaders } from './loaders';
import type { RegionChecks } from './queries/mandates/region-check';

/** What Prisma hands to a transaction. */
export type OrganisationTx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

export type OrganisationStore = Store<OrganisationTx>;

/** The context of one operation in the organisation service. */
export interface OrganisationContext extends CallContext {
  store: OrganisationStore;
  loaders: OrganisationLoaders;
  /** Cross-checks of mandates; what the caller may see of them is the resolvers' to say. */
  regionChecks: RegionChecks;
  /** Today in China, `YYYY-MM-DD`. */
  today: string;
}
