import { sharedLoader } from '../shared/batch';
import type { Database } from '../shared/database';
import { itemOnDayKey, itemsWithGuides, type ItemOnDay, type ItemWithGuide } from './queries/linked-guides';

/** The service center's batched public reads, shared by all requests of the process. */
export const createServiceCenterLoaders = (database: Database) => ({
  /** An item's guide of a day with all it names. `guide` and `link` of any number of items are one statement. */
  itemsWithGuides: sharedLoader<ItemOnDay, ItemWithGuide>((keys) => itemsWithGuides(database, keys), itemOnDayKey),
});
export type ServiceCenterLoaders = ReturnType<typeof createServiceCenterLoaders>;
