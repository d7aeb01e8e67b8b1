import type { Database } from '../../shared/database';
import { ON_THE_LIST } from '../rules/on-the-list';
import { ITEM_COLUMNS, type ItemRow } from './item-columns';

/** One agency's page of items: the first `limit` after a code, on a day. */
export interface AgencyPage {
  agencyCode: string;
  on: string;
  after: string | null;
  limit: number;
}

export const agencyPageKey = ({ agencyCode, on, after, limit }: AgencyPage): string =>
  [agencyCode, on, after ?? '', limit].join(' ');

/** The pages of many agencies at once. One statement. */
export async function itemsOfAgencies(database: Database, pages: readonly AgencyPage[]): Promise<ItemRow[][]> {
  const rows = await database.rows<ItemRow & { page: number }>(
    {
      name: 'items-of-agencies',
      text: `SELECT k.page::int AS page, k.on_day::text AS "on", item.*
             FROM unnest($1::text[], $2::date[], $3::text[], $4::int[]) WITH ORDINALITY AS k(agency, on_day, after, size, page)
             CROSS JOIN LATERAL (
               SELECT ${ITEM_COLUMNS} FROM catalog.item_version v JOIN catalog.power_item i ON i.code = v.code
               WHERE v.agency_code = k.agency AND v.code > k.after AND v.status = ANY($5::text[])
                 AND v.valid_from <= k.on_day AND v.valid_to > k.on_day
               ORDER BY v.code LIMIT k.size) AS item
             ORDER BY page, item.code`,
    },
    [
      pages.map((page) => page.agencyCode),
      pages.map((page) => page.on),
      pages.map((page) => page.after ?? ''),
      pages.map((page) => page.limit),
      ON_THE_LIST,
    ],
  );
  const found = pages.map((): ItemRow[] => []);
  for (const { page, ...row } of rows) found[page - 1]!.push(row);
  return found;
}

/** An agency on a day. */
export interface AgencyOnDay {
  agencyCode: string;
  on: string;
}

export const agencyOnDayKey = ({ agencyCode, on }: AgencyOnDay): string => `${on} ${agencyCode}`;

/** How many items each agency has on the list, on its day. One statement. */
export async function countsOfAgencies(database: Database, keys: readonly AgencyOnDay[]): Promise<number[]> {
  const rows = await database.rows<AgencyOnDay & { count: string }>(
    {
      name: 'item-counts-of-agencies',
      text: `SELECT k.agency AS "agencyCode", k.on_day::text AS "on", count(v.id) AS count
             FROM unnest($1::text[], $2::date[]) AS k(agency, on_day)
             LEFT JOIN catalog.item_version v ON v.agency_code = k.agency AND v.status = ANY($3::text[])
               AND v.valid_from <= k.on_day AND v.valid_to > k.on_day
             GROUP BY 1, 2`,
    },
    [keys.map((key) => key.agencyCode), keys.map((key) => key.on), ON_THE_LIST],
  );
  const byKey = new Map(rows.map((row) => [agencyOnDayKey(row), Number(row.count)]));
  return keys.map((key) => byKey.get(agencyOnDayKey(key)) ?? 0);
}
