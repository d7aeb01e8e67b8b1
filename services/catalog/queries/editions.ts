import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';

/** A published state of a region's list. */
export interface EditionRow {
  id: string;
  regionCode: string;
  number: number;
  publishedOn: string;
}

/** Editions by id, null where there is none. One statement. */
export async function editionsById(database: Database, ids: readonly string[]): Promise<(EditionRow | null)[]> {
  const rows = await database.rows<EditionRow>(
    {
      name: 'editions-by-id',
      text: `SELECT id, region_code AS "regionCode", number, published_on::text AS "publishedOn"
             FROM catalog.edition WHERE id = ANY($1::text[])`,
    },
    [ids],
  );
  return inKeyOrder(ids, rows, (row) => row.id);
}
