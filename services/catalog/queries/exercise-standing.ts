import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import { lapsedBy } from './delegations';
import { EDITION_COLUMNS, type EditionRow } from './editions';

/** An agency that would exercise an item on a day. */
export interface Exercise {
  code: string;
  agencyCode: string;
  on: string;
}

/** What surrounds the question beside the item itself. */
export interface Standing {
  /** The body that the item was entrusted (委托) to and handed over to by that day. */
  trusteeCode: string | null;
  /** The edition in force that day: of the item's region, or of the agency's where there is no such item. */
  edition: EditionRow | null;
}

export const exerciseKey = ({ code, agencyCode, on }: Exercise): string => `${on} ${agencyCode} ${code}`;

/** Trustee and edition in force for each question, on its day. One statement. */
export async function standingsOnDay(database: Database, keys: readonly Exercise[]): Promise<(Standing | null)[]> {
  const rows = await database.rows<Standing & Exercise>(
    {
      name: 'exercise-standings',
      text: `SELECT k.code, k.agency AS "agencyCode", k.on_day::text AS "on",
               (SELECT d.to_agency_code FROM catalog.delegation d
                WHERE d.code = k.code AND d.form = 'ENTRUST' AND d.handed_over_on <= k.on_day AND NOT ${lapsedBy('k.on_day')}
                ORDER BY d.id DESC LIMIT 1) AS "trusteeCode",
               (SELECT row_to_json(f) FROM (
                  SELECT ${EDITION_COLUMNS} FROM catalog.edition e
                  WHERE e.region_code = COALESCE(i.region_code, left(k.agency, 6)) AND e.published_on <= k.on_day
                  ORDER BY e.published_on DESC, e.number DESC LIMIT 1) AS f) AS edition
             FROM unnest($1::text[], $2::text[], $3::date[]) AS k(code, agency, on_day)
             LEFT JOIN catalog.power_item i ON i.code = k.code`,
    },
    [keys.map((key) => key.code), keys.map((key) => key.agencyCode), keys.map((key) => key.on)],
  );
  return inKeyOrder(keys.map(exerciseKey), rows, (row) => exerciseKey(row as Exercise));
}
