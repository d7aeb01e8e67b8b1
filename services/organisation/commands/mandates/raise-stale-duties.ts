import { dayInChina } from '../../../shared/day';
import type { JournalDraft } from '../../../shared/journal';
import type { OrganisationTx } from '../../context';
import { ITEM_FACTS } from '../../queries/mandates/cross-check-facts';
import { MANDATE_COLUMNS, toMandate, type MandateRow } from '../../queries/mandates/mandates';
import type { AgencyFacts, ItemFacts } from '../../rules/mandates/cross-check-facts';
import { findingsOf } from '../../rules/mandates/checks/check';
import { dutyRestsOnCurrentItems } from '../../rules/mandates/checks/duty-rests-on-current-items';
import { viewOfMandate } from '../../rules/mandates/view-of-mandate';
import { findingRaised, insertFindings, knownFindings } from './store-findings';

/** Where to look: mandates that rest on these items, these mandates, or all. */
type Scope = { itemCodes: readonly string[] } | { mandateIds: readonly string[] } | 'ALL';

/**
 * P13: a mandate that rests on an item the list has lost, or will lose, gets a finding. The follower of the list calls it
 * for every page and the approval for its mandate, each in its own turn, so that no approved mandate stays without one.
 * Said again it raises nothing: a finding's id names the mandate, the duty, the item and the day it left. At most five statements.
 */
export async function raiseStaleDuties(tx: OrganisationTx, scope: Scope, now: Date): Promise<JournalDraft[]> {
  const mandates = await mandatesConcerned(tx, scope, dayInChina(now));
  if (mandates.length === 0) return [];
  const items = await itemsOfDuties(tx, mandates.map(({ id }) => id), dayInChina(now));
  const byCode = new Map(items.map((item) => [item.code, item]));
  const found = mandates.flatMap(({ agency, bodies, ...row }) =>
    findingsOf(dutyRestsOnCurrentItems, viewOfMandate(toMandate(row), { agency, bodies, items: byCode, day: dayInChina(now) })),
  );
  const known = await knownFindings(tx, found.map(({ id }) => id));
  const fresh = found.filter(({ id }) => !known.has(id));
  await insertFindings(tx, fresh, now);
  return fresh.map(findingRaised);
}

/** Approved mandates that hold now or later within a scope, whole. */
function mandatesConcerned(tx: OrganisationTx, scope: Scope, day: string): Promise<(MandateRow & { agency: AgencyFacts; bodies: string[] })[]> {
  const [column, keys] = scope === 'ALL' ? [null, []] : 'itemCodes' in scope ? ['item_code', scope.itemCodes] : ['mandate_id', scope.mandateIds];
  return tx.$queryRawUnsafe(
    `SELECT ${MANDATE_COLUMNS},
       json_build_object('code', a.code, 'name', a.name, 'entrustedBy', a.entrusted_by, 'abolishedOn', a.abolished_on) AS agency,
       (SELECT json_agg(b.code) FROM organisation.agency b WHERE b.code = a.code OR b.entrusted_by = a.code) AS bodies
     FROM organisation.mandate m JOIN organisation.agency a ON a.code = m.agency_code
     WHERE m.state = 'APPROVED' AND m.effective_to > $1::date
       AND ${column === null ? '$2::text[] IS NOT NULL' : `m.id IN (SELECT mandate_id FROM organisation.duty_item WHERE ${column} = ANY($2::text[]))`}
     ORDER BY m.id COLLATE "C"`,
    day,
    keys,
  );
}

const itemsOfDuties = (tx: OrganisationTx, mandateIds: readonly string[], day: string): Promise<ItemFacts[]> =>
  tx.$queryRawUnsafe(
    `SELECT ${ITEM_FACTS}
     FROM (SELECT DISTINCT item_code AS code FROM organisation.duty_item WHERE mandate_id = ANY($1::text[])) w
     CROSS JOIN LATERAL (SELECT * FROM organisation.listed_item i WHERE i.code = w.code ORDER BY (i.valid_from <= $2::date) DESC, i.valid_from DESC LIMIT 1) s
     CROSS JOIN LATERAL (SELECT * FROM organisation.listed_item i WHERE i.code = w.code ORDER BY i.valid_from DESC LIMIT 1) l`,
    mandateIds,
    day,
  );
