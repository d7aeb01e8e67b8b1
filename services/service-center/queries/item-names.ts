import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import { itemOnDayKey, type ItemOnDay } from './linked-guides';

/** What items were called on their days, sub-items with their item, in the order asked. One statement, however many. */
export async function itemNames(database: Database, keys: readonly ItemOnDay[]): Promise<(string | null)[]> {
  const rows = await database.rows<ItemOnDay & { name: string }>(
    {
      name: 'item-names',
      text: `SELECT DISTINCT ON (k.code, k.on_day) k.code, k.on_day::text AS "on",
               CASE WHEN i.sub_item IS NULL THEN i.name ELSE i.name || '（' || i.sub_item || '）' END AS name
             FROM unnest($1::text[], $2::date[]) AS k(code, on_day) JOIN service_center.listed_item i ON i.code = k.code
             ORDER BY k.code, k.on_day, (i.valid_from <= k.on_day) DESC, i.valid_from DESC`,
    },
    [keys.map(({ code }) => code), keys.map(({ on }) => on)],
  );
  return inKeyOrder(keys.map(itemOnDayKey), rows, itemOnDayKey).map((row) => row?.name ?? null);
}
