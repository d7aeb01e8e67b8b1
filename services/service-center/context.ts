import type { PrismaClient } from '../../prisma/service-center/client/client';
import type { CallContext } from '../shared/graphql/schema-builder';
import type { Store } from '../shared/store';
import type { ServiceCenterLoaders } from './loaders';

/** What Prisma hands to a transaction. */
export type ServiceCenterTx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

export type ServiceCenterStore = Store<ServiceCenterTx>;

/** The context of one operation in the service center. */
export interface ServiceCenterContext extends CallContext {
  store: ServiceCenterStore;
  loaders: ServiceCenterLoaders;
  /** Today in China, `YYYY-MM-DD`. */
  today: string;
}
