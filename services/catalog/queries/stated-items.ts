import type { Database } from '../../shared/database';
import type { AgencyOnDay } from './items-of-agencies';

/** An item whose last state, on the day or later, is known, as services that decide about it need it. */
export interface StatedItem {
  code: string;
  name: string;
  subItem: string | null;
  category: string;
  status: string;
  regionCode: string;
  levels: string[];
  officeIds: string[];
  validFrom: string;
  /** The last state that is known: it may begin after the day. */
  lastStatus: string;
  lastAgencyCode: string;
  lastFrom: string;
}

/** All items that agencies hold on a day, on the list or not any more; one statement for any number of agencies. */
export async function statedItems(database: Database, keys: readonly AgencyOnDay[]): Promise<StatedItem[][]> {
  const rows = await database.rows<StatedItem & { key: number }>(
    {
      name: 'stated-items',
      text: `SELECT k.key::int, v.code, v.name, v.sub_item AS "subItem", v.category, v.status, v.region_code AS "regionCode", v.levels, v.office_ids AS "officeIds",
               v.valid_from::text AS "validFrom", l.status AS "lastStatus", l.agency_code AS "lastAgencyCode", l.valid_from::text AS "lastFrom"
             FROM unnest($1::text[], $2::date[]) WITH ORDINALITY AS k(agency, on_day, key)
             JOIN catalog.item_version v ON v.agency_code = k.agency AND v.valid_from <= k.on_day AND v.valid_to > k.on_day
             CROSS JOIN LATERAL (SELECT * FROM catalog.item_version n WHERE n.code = v.code ORDER BY n.valid_from DESC LIMIT 1) l
             ORDER BY k.key, v.code`,
    },
    [keys.map(({ agencyCode }) => agencyCode), keys.map(({ on }) => on)],
  );
  const found = keys.map((): StatedItem[] => []);
  for (const { key, ...item } of rows) found[key - 1]!.push(item);
  return found;
}
