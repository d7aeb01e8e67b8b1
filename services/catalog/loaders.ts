import { sharedLoader } from '../shared/batch';
import type { Database } from '../shared/database';
import { citationsOf, instrumentsById } from './queries/citations';
import { editionsById } from './queries/editions';
import { agencyOnDayKey, agencyPageKey, countsOfAgencies, itemsOfAgencies } from './queries/items-of-agencies';
import { itemOnDayKey, itemsOnDay } from './queries/items-on-day';
import { subItemsOf } from './queries/sub-items';

/** The catalog's batched public reads, shared by all requests of the process. */
export const createCatalogLoaders = (database: Database) => ({
  items: sharedLoader((keys: Parameters<typeof itemsOnDay>[1]) => itemsOnDay(database, keys), itemOnDayKey),
  subItems: sharedLoader((keys: Parameters<typeof subItemsOf>[1]) => subItemsOf(database, keys), itemOnDayKey),
  citations: sharedLoader((ids: readonly string[]) => citationsOf(database, ids)),
  instruments: sharedLoader((ids: readonly string[]) => instrumentsById(database, ids)),
  editions: sharedLoader((ids: readonly string[]) => editionsById(database, ids)),
  agencyItems: sharedLoader((pages: Parameters<typeof itemsOfAgencies>[1]) => itemsOfAgencies(database, pages), agencyPageKey),
  agencyCounts: sharedLoader((keys: Parameters<typeof countsOfAgencies>[1]) => countsOfAgencies(database, keys), agencyOnDayKey),
});
export type CatalogLoaders = ReturnType<typeof createCatalogLoaders>;
