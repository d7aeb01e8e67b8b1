import type { Database } from '../../shared/database';

/** How many cases an agency received for each of its items since a day, by item code; items without any are left out. One statement. */
export async function itemUse(database: Database, agencyCode: string, since: string): Promise<Map<string, number>> {
  const rows = await database.rows<{ code: string; count: number }>(
    {
      name: 'item-use',
      text: `SELECT item_code AS code, count(*)::int AS count FROM service_center.service_case
             WHERE agency_code = $1 AND received_at >= ($2::date::timestamp AT TIME ZONE 'Asia/Shanghai') GROUP BY item_code`,
    },
    [agencyCode, since],
  );
  return new Map(rows.map(({ code, count }) => [code, count]));
}
