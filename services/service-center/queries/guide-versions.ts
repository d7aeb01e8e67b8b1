import type { Database } from '../../shared/database';
import { GUIDE_COLUMNS, toGuide, type Guide, type GuideRow } from './guide-row';

/** Versions of an item's guide, the newest first, at most `limit`, below a version number (P7). One statement. */
export async function guideVersions(database: Database, itemCode: string, below: number | null, limit: number): Promise<Guide[]> {
  const rows = await database.rows<GuideRow>(
    {
      name: 'guide-versions',
      text: `SELECT ${GUIDE_COLUMNS} FROM service_center.guide_version g
             WHERE g.item_code = $1 AND g.version < COALESCE($2::int, 2147483647) ORDER BY g.version DESC LIMIT $3`,
    },
    [itemCode, below, limit],
  );
  return rows.map(toGuide);
}

/** How many versions an item's guide has had. */
export async function countGuideVersions(database: Database, itemCode: string): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    { name: 'guide-version-count', text: 'SELECT count(*)::int AS count FROM service_center.guide_version WHERE item_code = $1' },
    [itemCode],
  );
  return row?.count ?? 0;
}

/** One version by its number. */
export async function findGuideVersion(database: Database, itemCode: string, version: number): Promise<Guide | null> {
  const rows = await database.rows<GuideRow>(
    {
      name: 'guide-version',
      text: `SELECT ${GUIDE_COLUMNS} FROM service_center.guide_version g WHERE g.item_code = $1 AND g.version = $2`,
    },
    [itemCode, version],
  );
  return rows.map(toGuide)[0] ?? null;
}
