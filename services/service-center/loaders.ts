import { sharedLoader } from '../shared/batch';
import type { Database } from '../shared/database';
import { itemNames } from './queries/item-names';
import { createFindLinkedItems } from './queries/linked-items';
import { measuresInForce, type MeasureRow } from './queries/measures/measures-in-force';
import { countPublished, publishedOfKey, publishedRemarks, type PublishedOf } from './queries/remarks/published-remarks';
import type { RemarkRow } from './queries/remarks/remark-row';
import { createFindItemsWithGuides, itemOnDayKey, type ItemOnDay, type ItemWithGuide } from './queries/linked-guides';

/** The service center's batched public reads, shared by all requests of the process. */
export const createServiceCenterLoaders = (database: Database) => ({
  /** An item's guide of a day with all it names. `guide` and `link` of any number of items are one statement. */
  itemsWithGuides: sharedLoader<ItemOnDay, ItemWithGuide>(createFindItemsWithGuides(database), itemOnDayKey),
  /** Every item on a region's list on a day with its link. */
  linkedItems: createFindLinkedItems(database),
  /** What an item was called on a day. */
  itemNames: sharedLoader<ItemOnDay, string>((keys) => itemNames(database, keys), itemOnDayKey),
  /** Pages of published remarks, and how many there are. */
  publishedOfItem: sharedLoader<PublishedOf, RemarkRow[]>((pages) => publishedRemarks(database, 'item', pages), publishedOfKey),
  publishedOfAgency: sharedLoader<PublishedOf, RemarkRow[]>((pages) => publishedRemarks(database, 'agency', pages), publishedOfKey),
  countPublishedOfItem: sharedLoader<string, number>((codes) => countPublished(database, 'item', codes)),
  countPublishedOfAgency: sharedLoader<string, number>((codes) => countPublished(database, 'agency', codes)),
  /** An item's measures of supervision on a day. */
  measuresInForce: sharedLoader<ItemOnDay, MeasureRow[]>((keys) => measuresInForce(database, keys), itemOnDayKey),
});
export type ServiceCenterLoaders = ReturnType<typeof createServiceCenterLoaders>;
