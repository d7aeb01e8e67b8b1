import type { Database } from '../../shared/database';
import { ITEM_COLUMNS, type ItemRow } from './item-columns';
import { PUBLIC_STATUSES } from '../rules/on-the-list';
import { itemOnDayKey, type ItemOnDay } from './items-on-day';

/** The public sub-items of items, each on its day, in the order of their codes. One statement. */
export async function subItemsOf(database: Database, keys: readonly ItemOnDay[]): Promise<ItemRow[][]> {
  const rows = await database.rows<ItemRow>(
    {
      name: 'sub-items-of',
      text: `SELECT ${ITEM_COLUMNS}, k.on_day::text AS "on"
             FROM unnest($1::text[], $2::date[]) AS k(code, on_day)
             JOIN catalog.item_version v ON v.parent_code = k.code AND v.valid_from <= k.on_day AND v.valid_to > k.on_day
               AND v.status = ANY($3::text[])
             JOIN catalog.power_item i ON i.code = v.code ORDER BY v.code`,
    },
    [keys.map((key) => key.code), keys.map((key) => key.on), PUBLIC_STATUSES],
  );
  const byParent = new Map(keys.map((key): [string, ItemRow[]] => [itemOnDayKey(key), []]));
  for (const row of rows) byParent.get(itemOnDayKey({ code: row.parentCode!, on: row.on }))?.push(row);
  return keys.map((key) => byParent.get(itemOnDayKey(key)) ?? []);
}
