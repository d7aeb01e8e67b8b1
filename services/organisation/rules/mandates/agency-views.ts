import { isOnTheList } from '../on-the-list';
import { alikeItems } from './alike-items';
import { isInForce, subjectOf, type AgencyView, type CrossCheckFacts, type DutyDecision, type PlacedDuty } from './cross-check-facts';
import type { MandateRecord } from './mandate-document';

const placed = (mandate: MandateRecord): PlacedDuty[] => mandate.duties.map((duty, place) => ({ ...duty, mandate, place }));

/**
 * The parts of the facts that concern each agency. Institutions that are entrusted are part of who entrusts them (P4); one
 * with a mandate of its own is looked at for that.
 */
export function agencyViews(facts: CrossCheckFacts): AgencyView[] {
  const { day } = facts;
  const alike = alikeItems(facts);
  const subject = (code: string): string => subjectOf(facts.agencies, code);
  const bodies = groupBy([...facts.agencies.values()], ({ code }) => subject(code));
  const items = groupBy([...facts.items.values()].filter(isOnTheList), ({ agencyCode }) => subject(agencyCode));
  const offices = groupBy([...facts.offices.values()], ({ agencyCode }) => subject(agencyCode));
  const mandates = groupBy(facts.mandates, ({ agencyCode }) => agencyCode);
  const decisions = groupBy(facts.decisions, ({ agencyCode }) => agencyCode);
  return [...facts.agencies.values()]
    .filter(({ code }) => subject(code) === code || mandates.has(code))
    .map((agency) => {
      const own = mandates.get(agency.code) ?? [];
      const mandate = own.find((one) => isInForce(one, day)) ?? null;
      const decided = decisions.get(agency.code) ?? [];
      const holds = ({ verdict, itemCode }: DutyDecision): boolean => verdict === 'CONFIRMED' && isOnTheList(facts.items.get(itemCode) ?? null);
      const pairs = groupBy(decided.filter(holds), (pair) => pair.dutyKey);
      return {
        facts,
        agency,
        mandate,
        duties: mandate === null ? [] : placed(mandate),
        upcoming: own.filter(({ state, effectiveOn }) => state === 'APPROVED' && effectiveOn > day).flatMap(placed),
        proposed: own.filter(({ state }) => state === 'PROPOSED').flatMap(placed),
        items: items.get(agency.code) ?? [],
        offices: offices.get(agency.code) ?? [],
        bodies: new Set([agency.code, ...(bodies.get(agency.code) ?? []).map(({ code }) => code)]),
        confirmed: new Map([...pairs].map(([key, rows]) => [key, new Set(rows.map(({ itemCode }) => itemCode))])),
        decisions: decided,
        alike,
      };
    });
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
