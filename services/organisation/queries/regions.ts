import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import type { PageRequest } from '../../shared/graphql/connection';
import type { RegionRecord } from '../rules/records';
import type { RegionKind } from '../rules/vocabulary';
import { groupInKeyOrder } from './group-in-key-order';
import { REGION } from './record-columns';

/** One statement for any number of codes. */
export async function regionsByCode(database: Database, codes: readonly string[]): Promise<(RegionRecord | null)[]> {
  const rows = await database.rows<RegionRecord>(
    { name: 'regions-by-code', text: `SELECT ${REGION.columns} FROM ${REGION.table} WHERE r.code = ANY($1::text[])` },
    [codes],
  );
  return inKeyOrder(codes, rows, (region) => region.code);
}

/** The regions directly below each; one statement for any number of them. */
export async function childrenOfRegions(database: Database, codes: readonly string[]): Promise<RegionRecord[][]> {
  const rows = await database.rows<RegionRecord>(
    {
      name: 'children-of-regions',
      text: `SELECT ${REGION.columns} FROM ${REGION.table} WHERE r.parent_code = ANY($1::text[]) ORDER BY r.code COLLATE "C"`,
    },
    [codes],
  );
  return groupInKeyOrder(codes, rows, (region) => region.parentCode);
}

/** Which regions a list of regions holds; nulls do not filter. */
export interface RegionFilter {
  parentCode: string | null;
  kinds: RegionKind[] | null;
}

const FILTER = `($1::text IS NULL OR r.parent_code = $1) AND ($2::text[] IS NULL OR r.kind = ANY($2))`;

/** One page by code, with one row more when there is a next page. */
export const listRegions = (database: Database, { parentCode, kinds }: RegionFilter, { first, after }: PageRequest) =>
  database.rows<RegionRecord>(
    {
      name: 'list-regions',
      text: `SELECT ${REGION.columns} FROM ${REGION.table}
             WHERE ${FILTER} AND ($3::text IS NULL OR r.code COLLATE "C" > $3) ORDER BY r.code COLLATE "C" LIMIT $4`,
    },
    [parentCode, kinds, after, first + 1],
  );

export async function countRegions(database: Database, { parentCode, kinds }: RegionFilter): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    { name: 'count-regions', text: `SELECT count(*)::int AS count FROM ${REGION.table} WHERE ${FILTER}` },
    [parentCode, kinds],
  );
  return row?.count ?? 0;
}
