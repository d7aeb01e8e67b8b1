import { sharedLoader } from '../shared/batch';
import type { Database } from '../shared/database';
import { adjustmentsById, adjustmentsOf } from './queries/adjustments';
import { citationsOf, instrumentsById } from './queries/citations';
import { delegationsOnDay } from './queries/delegations';
import { itemVersions, versionOnDayKey } from './queries/edition-items';
import { editionsById } from './queries/editions';
import { exerciseKey, standingsOnDay } from './queries/exercise-standing';
import { itemTexts } from './queries/item-texts';
import { agencyOnDayKey, agencyPageKey, countsOfAgencies, itemsOfAgencies } from './queries/items-of-agencies';
import { itemOnDayKey, itemsOnDay } from './queries/items-on-day';
import { lineageOf } from './queries/lineage';
import { statedItems } from './queries/stated-items';
import { subItemsOf } from './queries/sub-items';

/** The catalog's batched public reads, shared by all requests of the process. */
export const createCatalogLoaders = (database: Database) => ({
  items: sharedLoader((keys: Parameters<typeof itemsOnDay>[1]) => itemsOnDay(database, keys), itemOnDayKey),
  subItems: sharedLoader((keys: Parameters<typeof subItemsOf>[1]) => subItemsOf(database, keys), itemOnDayKey),
  versions: sharedLoader((keys: Parameters<typeof itemVersions>[1]) => itemVersions(database, keys), versionOnDayKey),
  texts: sharedLoader((ids: readonly string[]) => itemTexts(database, ids)),
  citations: sharedLoader((ids: readonly string[]) => citationsOf(database, ids)),
  instruments: sharedLoader((ids: readonly string[]) => instrumentsById(database, ids)),
  editions: sharedLoader((ids: readonly string[]) => editionsById(database, ids)),
  adjustments: sharedLoader((ids: readonly string[]) => adjustmentsById(database, ids)),
  adjustmentsOf: sharedLoader((codes: readonly string[]) => adjustmentsOf(database, codes)),
  lineage: sharedLoader((codes: readonly string[]) => lineageOf(database, codes)),
  delegations: sharedLoader((keys: Parameters<typeof delegationsOnDay>[1]) => delegationsOnDay(database, keys), itemOnDayKey),
  standings: sharedLoader((keys: Parameters<typeof standingsOnDay>[1]) => standingsOnDay(database, keys), exerciseKey),
  agencyItems: sharedLoader((pages: Parameters<typeof itemsOfAgencies>[1]) => itemsOfAgencies(database, pages), agencyPageKey),
  statedItems: sharedLoader((keys: Parameters<typeof statedItems>[1]) => statedItems(database, keys), agencyOnDayKey),
  agencyCounts: sharedLoader((keys: Parameters<typeof countsOfAgencies>[1]) => countsOfAgencies(database, keys), agencyOnDayKey),
});
export type CatalogLoaders = ReturnType<typeof createCatalogLoaders>;
