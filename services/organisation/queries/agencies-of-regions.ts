import type { Database } from '../../shared/database';
import type { PageRequest } from '../../shared/graphql/connection';
import type { AgencyRecord } from '../rules/records';
import type { AgencyKind } from '../rules/vocabulary';
import { AGENCY } from './record-columns';

/** A region's own agencies (not those of the regions below it); null kinds do not filter. */
export interface AgenciesOfRegion {
  regionCode: string;
  kinds: AgencyKind[] | null;
}

/** One page of them by code. */
export type AgencyPageKey = AgenciesOfRegion & PageRequest;

export const agenciesOfRegionKey = ({ regionCode, kinds }: AgenciesOfRegion): string => `${regionCode}/${kinds?.join() ?? ''}`;
export const agencyPageKey = (key: AgencyPageKey): string => `${agenciesOfRegionKey(key)}/${key.after ?? ''}/${key.first}`;

const FILTER = `a.region_code = k."regionCode" AND (k.kinds IS NULL OR a.kind = ANY(k.kinds))`;

/** Pages of several regions in one statement, each with one row more when it has a next page. */
export async function agenciesOfRegions(database: Database, pages: readonly AgencyPageKey[]): Promise<AgencyRecord[][]> {
  const rows = await database.rows<AgencyRecord & { page: number }>(
    {
      name: 'agencies-of-regions',
      text: `SELECT k.page::int, found.*
             FROM jsonb_to_recordset($1::jsonb) AS k(page int, "regionCode" text, kinds text[], after text, first int)
             CROSS JOIN LATERAL (
               SELECT ${AGENCY.columns} FROM ${AGENCY.table}
               WHERE ${FILTER} AND (k.after IS NULL OR a.code COLLATE "C" > k.after)
               ORDER BY a.code COLLATE "C" LIMIT k.first + 1) found
             ORDER BY k.page, found.code COLLATE "C"`,
    },
    [JSON.stringify(pages.map((key, page) => ({ ...key, page })))],
  );
  const found = pages.map((): AgencyRecord[] => []);
  for (const { page, ...agency } of rows) found[page]?.push(agency);
  return found;
}

/** How many agencies each has; one statement for any number of them. */
export async function countAgenciesOfRegions(database: Database, keys: readonly AgenciesOfRegion[]): Promise<number[]> {
  const rows = await database.rows<{ place: number; count: number }>(
    {
      name: 'count-agencies-of-regions',
      text: `SELECT k.place::int, (SELECT count(*)::int FROM ${AGENCY.table} WHERE ${FILTER}) AS count
             FROM jsonb_to_recordset($1::jsonb) AS k(place int, "regionCode" text, kinds text[])`,
    },
    [JSON.stringify(keys.map((key, place) => ({ ...key, place })))],
  );
  const counts = keys.map(() => 0);
  for (const { place, count } of rows) counts[place] = count;
  return counts;
}
