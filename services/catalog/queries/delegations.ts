import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import type { DelegationForm } from '../rules/adjustments/held-item';
import { itemOnDayKey, type ItemOnDay } from './items-on-day';

/** A delegation (下放) as it stands on a day. */
export interface DelegationRow {
  adjustmentId: string;
  form: DelegationForm;
  toAgencyCode: string;
  toBodyName: string;
  /** First day the handover may be. */
  decidedFor: string;
  /** Null while it is pending that day: the releasing body keeps acting. */
  handedOverOn: string | null;
  /** The receiving body's own item, where it was authorised and has been handed over. */
  resultCode: string | null;
}

/**
 * Over `catalog.delegation d`: it ended because its item left the list by a later adjustment that holds on `day`. An
 * item that comes back is nobody's but its own body's.
 */
export const lapsedBy = (day: string): string => `EXISTS (SELECT 1 FROM catalog.item_version o
  WHERE o.code = d.code AND o.status IN ('CANCELLED', 'MERGED') AND o.adjustment_id > d.adjustment_id AND o.valid_from <= ${day})`;

/** The delegation each item is under on its day, null where there is none. One statement. */
export async function delegationsOnDay(database: Database, keys: readonly ItemOnDay[]): Promise<(DelegationRow | null)[]> {
  const rows = await database.rows<DelegationRow & ItemOnDay>(
    {
      name: 'delegations-on-day',
      text: `SELECT DISTINCT ON (k.code, k.on_day) k.code, k.on_day::text AS "on", d.adjustment_id::text AS "adjustmentId", d.form,
               d.to_agency_code AS "toAgencyCode", d.to_body_name AS "toBodyName", d.decided_for::text AS "decidedFor",
               CASE WHEN d.handed_over_on <= k.on_day THEN d.handed_over_on::text END AS "handedOverOn",
               CASE WHEN d.handed_over_on <= k.on_day THEN d.result_code END AS "resultCode"
             FROM unnest($1::text[], $2::date[]) AS k(code, on_day)
             JOIN catalog.delegation d ON d.code = k.code AND d.decided_for <= k.on_day AND NOT ${lapsedBy('k.on_day')}
             ORDER BY k.code, k.on_day, d.id DESC`,
    },
    [keys.map((key) => key.code), keys.map((key) => key.on)],
  );
  return inKeyOrder(keys.map(itemOnDayKey), rows, (row) => itemOnDayKey(row as ItemOnDay));
}
