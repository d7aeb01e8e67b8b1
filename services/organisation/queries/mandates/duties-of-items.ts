import type { Database } from '../../../shared/database';
import type { FoundDuty } from '../../rules/mandates/finding';

/** A duty of a mandate in force that an item rests on. */
export interface DutyOfItem extends FoundDuty {
  agencyCode: string;
  /** A person confirmed it; the mandate itself does not say so. */
  confirmed: boolean;
}

/** The duties that items rest on, by mandates in force on a day, stated or confirmed; one statement, however many. Public. */
export async function dutiesOfItems(database: Database, keys: readonly { code: string; day: string }[]): Promise<DutyOfItem[][]> {
  const rows = await database.rows<DutyOfItem & { key: number }>(
    {
      name: 'duties-of-items',
      text: `SELECT k.place::int AS key, m.agency_code AS "agencyCode", d.mandate_id AS "mandateId", d.place, d.number, d.text, d.kind, d.office_id AS "officeId", d.levels,
               NOT bool_or(f.stated) AS confirmed,
               (SELECT coalesce(json_agg(i.item_code ORDER BY i.item_code COLLATE "C"), '[]') FROM organisation.duty_item i
                WHERE i.mandate_id = d.mandate_id AND i.place = d.place) AS "itemCodes"
             FROM jsonb_to_recordset($1::jsonb) AS k(place int, code text, day date)
             CROSS JOIN LATERAL (
               SELECT i.mandate_id, i.place, true AS stated FROM organisation.duty_item i WHERE i.item_code = k.code
               UNION ALL
               SELECT d.mandate_id, d.place, false FROM organisation.duty_match c JOIN organisation.mandate m ON m.agency_code = c.agency_code
               JOIN organisation.mandate_duty d ON d.mandate_id = m.id AND d.key = c.duty_key
               WHERE c.item_code = k.code AND c.verdict = 'CONFIRMED') f
             JOIN organisation.mandate m ON m.id = f.mandate_id AND m.state = 'APPROVED' AND m.effective_on <= k.day AND m.effective_to > k.day
             JOIN organisation.mandate_duty d ON d.mandate_id = f.mandate_id AND d.place = f.place
             GROUP BY k.place, m.agency_code, d.mandate_id, d.place ORDER BY k.place, d.mandate_id COLLATE "C", d.place`,
    },
    [JSON.stringify(keys.map((key, place) => ({ ...key, place })))],
  );
  const found = keys.map((): DutyOfItem[] => []);
  for (const { key, ...duty } of rows) found[key]?.push(duty);
  return found;
}

/** Regions of items by what the list last said of them; one statement. */
export async function regionsOfItems(database: Database, codes: readonly string[]): Promise<(string | null)[]> {
  const rows = await database.rows<{ code: string; regionCode: string }>(
    {
      name: 'regions-of-items',
      text: `SELECT DISTINCT ON (code) code, region_code AS "regionCode" FROM organisation.listed_item WHERE code = ANY($1::text[]) ORDER BY code, valid_from DESC`,
    },
    [codes],
  );
  const byCode = new Map(rows.map((row) => [row.code, row.regionCode]));
  return codes.map((code) => byCode.get(code) ?? null);
}
