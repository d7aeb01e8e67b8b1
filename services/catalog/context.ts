import type { PrismaClient } from '../../prisma/catalog/client/client';
import type { CallContext } from '../shared/graphql/schema-builder';
import type { Store } from '../shared/store';
import type { CatalogLoaders } from './loaders';

/** What Prisma hands to a transaction. */
export type CatalogTx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

export type CatalogStore = Store<CatalogTx>;

/** The context of one operation in the catalog. */
export interface CatalogContext extends CallContext {
  store: CatalogStore;
  loaders: CatalogLoaders;
  /** Today in China, `YYYY-MM-DD`. */
  today: string;
}
