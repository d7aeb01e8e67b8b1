import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import type { KnownAgency } from '../rules/link-status';
import type { ListedItem } from '../rules/on-the-list';
import type { GuideDocument } from '../rules/guide-document';
import { guideColumns, toGuide, type Guide, type GuideRow } from './guide-row';
import { keepNewest } from './keep-newest';
import { AGENCY_JSON, ITEM_JSON } from './known-facts';
import { itemOnDay } from './listed-items-on-day';

/** An item as asked for, on a day. */
export interface ItemOnDay {
  code: string;
  on: string;
}

export const itemOnDayKey = ({ code, on }: ItemOnDay): string => `${on} ${code}`;

/** An item as the list stated it on the day, its implementing body, and the guide that held. */
export interface ItemWithGuide extends ItemOnDay {
  item: ListedItem | null;
  agency: KnownAgency | null;
  guide: Guide | null;
}

/** The guides of a city. */
const KEPT_DOCUMENTS = 5_000;

interface Version {
  version: number;
  document: GuideDocument;
}
/** Of a guide with a version; its document only where the one known is of another version. */
type GuideFound = Omit<GuideRow, 'document'> & { document: GuideDocument | null };
type Row = Omit<ItemWithGuide, 'guide'> & (GuideFound | { [Column in keyof GuideFound]: null });

export type FindItemsWithGuides = (keys: readonly ItemOnDay[]) => Promise<ItemWithGuide[]>;

/**
 * Makes the reading of items with their guides, each on its day, and whom those name, in the order asked: one statement,
 * however many. The document last read of each item is kept, since a version never changes (by trigger) and its document
 * is most of what it costs to read.
 */
export function createFindItemsWithGuides(database: Database): FindItemsWithGuides {
  const kept = new Map<string, Version>();
  return async (keys) => {
    const known = new Map(keys.flatMap(({ code }) => (kept.has(code) ? [[code, kept.get(code)!] as const] : [])));
    const rows = await readRows(database, keys, known);
    const found = rows.map(({ code, on, item, agency, ...guide }) => {
      if (guide.version === null) return { code, on, item, agency, guide: null };
      const document = guide.document ?? known.get(code)!.document;
      keepNewest(kept, code, { version: guide.version, document }, KEPT_DOCUMENTS);
      return { code, on, item, agency, guide: toGuide({ ...guide, document }) };
    });
    return inKeyOrder(keys.map(itemOnDayKey), found, itemOnDayKey).map((row, i) => row ?? { ...keys[i]!, item: null, agency: null, guide: null });
  };
}

async function readRows(database: Database, keys: readonly ItemOnDay[], known: ReadonlyMap<string, Version>): Promise<Row[]> {
  return database.rows<Row>(
    {
      name: 'items-with-guides',
      text: `SELECT k.code, k.on_day::text AS "on", CASE WHEN i.code IS NOT NULL THEN ${ITEM_JSON} END AS item,
               CASE WHEN a.code IS NOT NULL THEN ${AGENCY_JSON} END AS agency, ${guideColumns('CASE WHEN g.version IS DISTINCT FROM k.known THEN g.document END')}
             FROM unnest($1::text[], $2::date[], $3::int[]) AS k(code, on_day, known)
             ${itemOnDay('k.code', 'k.on_day')}
             LEFT JOIN service_center.agency a ON a.code = i.agency_code
             LEFT JOIN service_center.guide_version g
               ON g.item_code = k.code AND g.valid_from <= k.on_day AND g.valid_to > k.on_day`,
    },
    [keys.map(({ code }) => code), keys.map(({ on }) => on), keys.map(({ code }) => known.get(code)?.version ?? null)],
  );
}
