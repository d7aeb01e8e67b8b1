import { sharedLoader } from '../shared/batch';
import type { Database } from '../shared/database';
import { itemsWithGuides, type ItemWithGuide } from './queries/linked-guides';

/** The service center's batched public reads, shared by all requests of the process. */
export const createServiceCenterLoaders = (database: Database, today: () => string) => ({
  /** An item's guide of today with all it names. `guide` and `link` of any number of items are one statement. */
  itemsWithGuides: sharedLoader<string, ItemWithGuide>((codes) => itemsWithGuides(database, codes, today())),
});
export type ServiceCenterLoaders = ReturnType<typeof createServiceCenterLoaders>;
