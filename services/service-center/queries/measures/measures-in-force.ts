import type { Database } from '../../../shared/database';
import type { FrequencyUnit, MeasureKind } from '../../rules/measures/measure-terms';
import type { PlacedOffice } from '../cases/case-views';
import { AGENCY_JSON } from '../known-facts';
import { itemOnDayKey, type ItemOnDay } from '../linked-guides';

/** A measure as it is read, with the office that answers for it where organisation knows it. */
export interface MeasureRow {
  itemCode: string;
  version: number;
  number: number;
  kind: MeasureKind;
  text: string;
  basis: string | null;
  frequency: { value: number; unit: FrequencyUnit } | null;
  office: PlacedOffice | null;
  validFrom: string;
}

/** The measures of items, each on its day, by their place, in the order asked. One statement, however many. */
export async function measuresInForce(database: Database, keys: readonly ItemOnDay[]): Promise<MeasureRow[][]> {
  const rows = await database.rows<MeasureRow & { on: string }>(
    {
      name: 'measures-in-force',
      text: `SELECT k.on_day::text AS "on", m.item_code AS "itemCode", m.version, m.number, m.kind, m.text, m.basis,
               CASE WHEN m.frequency_value IS NOT NULL THEN json_build_object('value', m.frequency_value, 'unit', m.frequency_unit) END AS frequency,
               CASE WHEN a.code IS NOT NULL THEN json_build_object('id', o.id, 'agencyCode', o.agency_code, 'name', o.name, 'phone', o.phone,
                 'closedOn', o.closed_on, 'agency', ${AGENCY_JSON}) END AS office, m.valid_from::text AS "validFrom"
             FROM unnest($1::text[], $2::date[]) AS k(code, on_day)
             JOIN service_center.supervision_measure m ON m.item_code = k.code AND m.valid_from <= k.on_day AND m.valid_to > k.on_day
             LEFT JOIN service_center.office o ON o.id = m.office_id LEFT JOIN service_center.agency a ON a.code = o.agency_code
             ORDER BY m.item_code, k.on_day, m.number`,
    },
    [keys.map(({ code }) => code), keys.map(({ on }) => on)],
  );
  const found = new Map<string, MeasureRow[]>();
  for (const { on, ...row } of rows) {
    const key = itemOnDayKey({ code: row.itemCode, on });
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return keys.map((key) => found.get(itemOnDayKey(key)) ?? []);
}
