import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import type { KnownAgency } from '../rules/link-status';
import type { ListedItem } from '../rules/on-the-list';
import { GUIDE_COLUMNS, toGuide, type Guide, type GuideRow } from './guide-row';
import { AGENCY_JSON, ITEM_JSON } from './known-facts';

/** An item as the list last stated it, its implementing body, and the guide that holds on the day. */
export interface ItemWithGuide {
  code: string;
  item: ListedItem | null;
  agency: KnownAgency | null;
  guide: Guide | null;
}

type Row = Omit<ItemWithGuide, 'guide'> & (GuideRow | { [Column in keyof GuideRow]: null });

/** Items with their guides of the day and whom those name, in the order asked. One statement, however many. */
export async function itemsWithGuides(database: Database, codes: readonly string[], on: string): Promise<ItemWithGuide[]> {
  const rows = await database.rows<Row>(
    {
      name: 'items-with-guides',
      text: `SELECT k.code, CASE WHEN i.code IS NOT NULL THEN ${ITEM_JSON} END AS item,
               CASE WHEN a.code IS NOT NULL THEN ${AGENCY_JSON} END AS agency, ${GUIDE_COLUMNS}
             FROM unnest($1::text[]) AS k(code)
             LEFT JOIN service_center.listed_item i ON i.code = k.code
             LEFT JOIN service_center.agency a ON a.code = i.agency_code
             LEFT JOIN service_center.guide_version g
               ON g.item_code = k.code AND g.valid_from <= $2::date AND g.valid_to > $2::date`,
    },
    [codes, on],
  );
  const found = rows.map(({ code, item, agency, ...guide }) => ({
    code,
    item,
    agency,
    guide: guide.version === null ? null : toGuide(guide),
  }));
  return inKeyOrder(codes, found, (row) => row.code).map((row, i) => row ?? { code: codes[i]!, item: null, agency: null, guide: null });
}
