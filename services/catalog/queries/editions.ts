import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import { toPage, type Page, type PageRequest } from '../../shared/graphql/connection';
import type { DecisionDocument } from '../rules/adjustments/grounds';
import type { PowerCategory } from '../rules/vocabulary';

/** A published state of a region's list. */
export interface EditionRow {
  id: string;
  regionCode: string;
  number: number;
  publishedOn: string;
  origin: 'IMPORTED' | 'PUBLISHED';
  document: DecisionDocument | null;
  cycleId: string | null;
  /** Items on the list on its day. */
  total: number;
  counts: Partial<Record<PowerCategory, number>>;
}

/** The select list of `EditionRow`, over `catalog.edition`. */
export const EDITION_COLUMNS = `id, region_code AS "regionCode", number, published_on::text AS "publishedOn", origin, cycle_id AS "cycleId",
  CASE WHEN document_title IS NOT NULL THEN json_build_object('title', document_title, 'number', document_number,
    'date', document_date) END AS document, total, counts`;

/** Editions by id, null where there is none. One statement. */
export async function editionsById(database: Database, ids: readonly string[]): Promise<(EditionRow | null)[]> {
  const rows = await database.rows<EditionRow>(
    { name: 'editions-by-id', text: `SELECT ${EDITION_COLUMNS} FROM catalog.edition WHERE id = ANY($1::text[])` },
    [ids],
  );
  return inKeyOrder(ids, rows, (row) => row.id);
}

/** A region's editions, the newest number first. One statement, and one more when the total is asked for. */
export async function editionsOfRegion(database: Database, regionCode: string, request: PageRequest): Promise<Page<EditionRow>> {
  const rows = await database.rows<EditionRow>(
    {
      name: 'editions-of-region',
      text: `SELECT ${EDITION_COLUMNS} FROM catalog.edition
             WHERE region_code = $1 AND number < COALESCE($2::int, 2147483647) ORDER BY number DESC LIMIT $3`,
    },
    [regionCode, request.after === null ? null : Number(request.after), request.first + 1],
  );
  return toPage(rows, request, ({ number }) => String(number), () => countEditions(database, regionCode));
}

/** The newest edition of each region's list, in the order of the regions' codes. One statement, and one more when the total is asked for. */
export async function latestEditions(database: Database, request: PageRequest): Promise<Page<EditionRow>> {
  const rows = await database.rows<EditionRow>(
    {
      name: 'latest-editions',
      text: `SELECT DISTINCT ON (region_code) ${EDITION_COLUMNS} FROM catalog.edition
             WHERE region_code > $1 ORDER BY region_code, number DESC LIMIT $2`,
    },
    [request.after ?? '', request.first + 1],
  );
  return toPage(rows, request, ({ regionCode }) => regionCode, () => countPublishedLists(database));
}

async function countPublishedLists(database: Database): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    { name: 'published-list-count', text: 'SELECT count(DISTINCT region_code)::int AS count FROM catalog.edition' },
    [],
  );
  return row!.count;
}

async function countEditions(database: Database, regionCode: string): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    { name: 'edition-count', text: 'SELECT count(*)::int AS count FROM catalog.edition WHERE region_code = $1' },
    [regionCode],
  );
  return row!.count;
}
