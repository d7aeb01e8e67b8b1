import type { OrganisationTx } from '../context';
import { isOnTheList } from '../rules/on-the-list';

/** An item as the list stated it on a day. */
export interface ListedItemOnDay {
  code: string;
  name: string;
  subItem: string | null;
  category: string;
  status: string;
  regionCode: string;
  agencyCode: string;
  levels: string[];
  officeIds: string[];
  /** First day of this state. */
  validFrom: string;
}

/** The states of items on a day, by code; a code the list did not have that day is left out. One statement, inside a transaction. */
export async function listedItemsOnDay(tx: OrganisationTx, codes: readonly string[], day: string): Promise<Map<string, ListedItemOnDay>> {
  const rows = await tx.$queryRawUnsafe<ListedItemOnDay[]>(
    `SELECT DISTINCT ON (code) code, name, sub_item AS "subItem", category, status, region_code AS "regionCode",
       agency_code AS "agencyCode", levels, office_ids AS "officeIds", valid_from::text AS "validFrom"
     FROM organisation.listed_item WHERE code = ANY($1::text[]) AND valid_from <= $2::date
     ORDER BY code, valid_from DESC`,
    codes,
    day,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** P5, P13: whether an item was on the list on a day, by what the catalog's journal has said so far. */
export async function wasListedOn(tx: OrganisationTx, code: string, day: string): Promise<boolean> {
  return isOnTheList((await listedItemsOnDay(tx, [code], day)).get(code) ?? null);
}
