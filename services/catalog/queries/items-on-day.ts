import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import { ITEM_COLUMNS, type ItemRow } from './item-columns';

/** An item as it was on a day. */
export interface ItemOnDay {
  code: string;
  on: string;
}

export const itemOnDayKey = ({ code, on }: ItemOnDay): string => `${on} ${code}`;

/** Items by code, each on its day, in the order asked; null where there was none that day. One statement. */
export async function itemsOnDay(database: Database, keys: readonly ItemOnDay[]): Promise<(ItemRow | null)[]> {
  const rows = await database.rows<ItemRow>(
    {
      name: 'items-on-day',
      text: `SELECT ${ITEM_COLUMNS}, k.on_day::text AS "on"
             FROM unnest($1::text[], $2::date[]) AS k(code, on_day)
             JOIN catalog.item_version v ON v.code = k.code AND v.valid_from <= k.on_day AND v.valid_to > k.on_day
             JOIN catalog.power_item i ON i.code = v.code`,
    },
    [keys.map((key) => key.code), keys.map((key) => key.on)],
  );
  return inKeyOrder(keys.map(itemOnDayKey), rows, itemOnDayKey);
}
