import type { ServiceCenterTx } from '../context';
import { isOnTheList, type ListedItem } from '../rules/on-the-list';

/**
 * The row of `service_center.listed_item` that states an item on a day, as a lateral join `i`: the state that began last.
 * `code` and `day` are SQL.
 */
export const itemOnDay = (code: string, day: string): string =>
  `LEFT JOIN LATERAL (SELECT s.* FROM service_center.listed_item s WHERE s.code = ${code} AND s.valid_from <= ${day}
     ORDER BY s.valid_from DESC LIMIT 1) AS i ON true`;

/** The states of items on a day, by code; a code the list did not have that day is left out. One statement, inside a transaction. */
export async function listedItemsOnDay(tx: ServiceCenterTx, codes: readonly string[], day: string): Promise<Map<string, ListedItem>> {
  const rows = await tx.$queryRawUnsafe<ListedItem[]>(
    `SELECT DISTINCT ON (code) code, category, status, agency_code AS "agencyCode"
     FROM service_center.listed_item WHERE code = ANY($1::text[]) AND valid_from <= $2::date
     ORDER BY code, valid_from DESC`,
    codes,
    day,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** P5: whether an item was on the list on a day, by what the catalog's journal has said so far. */
export async function wasListedOn(tx: ServiceCenterTx, code: string, day: string): Promise<boolean> {
  return isOnTheList((await listedItemsOnDay(tx, [code], day)).get(code) ?? null);
}
