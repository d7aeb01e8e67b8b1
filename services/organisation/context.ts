import type { PrismaClient } from '../../prisma/organisation/client/client';
import type { CallContext } from '../shared/graphql/schema-builder';
import type { Store } from '../shared/store';
import type { OrganisationLoaders } from './loaders';

/** What Prisma hands to a transaction. */
export type OrganisationTx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

export type OrganisationStore = Store<OrganisationTx>;

/** The context of one operation in the organisation service. */
export interface OrganisationContext extends CallContext {
  store: OrganisationStore;
  loaders: OrganisationLoaders;
}
