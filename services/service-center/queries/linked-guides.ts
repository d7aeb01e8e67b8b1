import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import type { KnownAgency } from '../rules/link-status';
import type { ListedItem } from '../rules/on-the-list';
import { GUIDE_COLUMNS, toGuide, type Guide, type GuideRow } from './guide-row';
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

type Row = Omit<ItemWithGuide, 'guide'> & (GuideRow | { [Column in keyof GuideRow]: null });

/** Items with their guides, each on its day, and whom those name, in the order asked. One statement, however many. */
export async function itemsWithGuides(database: Database, keys: readonly ItemOnDay[]): Promise<ItemWithGuide[]> {
  const rows = await database.rows<Row>(
    {
      name: 'items-with-guides',
      text: `SELECT k.code, k.on_day::text AS "on", CASE WHEN i.code IS NOT NULL THEN ${ITEM_JSON} END AS item,
               CASE WHEN a.code IS NOT NULL THEN ${AGENCY_JSON} END AS agency, ${GUIDE_COLUMNS}
             FROM unnest($1::text[], $2::date[]) AS k(code, on_day)
             ${itemOnDay('k.code', 'k.on_day')}
             LEFT JOIN service_center.agency a ON a.code = i.agency_code
             LEFT JOIN service_center.guide_version g
               ON g.item_code = k.code AND g.valid_from <= k.on_day AND g.valid_to > k.on_day`,
    },
    [keys.map(({ code }) => code), keys.map(({ on }) => on)],
  );
  const found = rows.map(({ code, on, item, agency, ...guide }) => ({
    code,
    on,
    item,
    agency,
    guide: guide.version === null ? null : toGuide(guide),
  }));
  return inKeyOrder(keys.map(itemOnDayKey), found, itemOnDayKey).map((row, i) => row ?? { ...keys[i]!, item: null, agency: null, guide: null });
}
