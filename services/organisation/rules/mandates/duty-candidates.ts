import { createMatcher, explainMatch, type DecidedPair, type Proposal } from '../matching';
import { dutyKey, titleOf, type AgencyView, type PlacedDuty } from './cross-check-facts';

/** A duty on which an item may rest, until a person confirms or rejects it. */
export interface DutyCandidate {
  duty: PlacedDuty;
  /** 0–1. */
  score: number;
  /** Good enough to be shown as likely: nine of ten are right. */
  likely: boolean;
  /** The duty names the item outright. */
  exact: boolean;
  /** Chinese, one sentence: which words, which neighbours. */
  explanation: string;
}

/** Ranks an agency's duties for its items; what the mandate states and what people decided teaches it. */
export function dutyCandidates(view: AgencyView): (itemCode: string, limit: number) => DutyCandidate[] {
  const { duties, items, facts } = view;
  const matcher = createMatcher(
    duties.map(({ place, text }) => ({ id: idOf(place), text })),
    {
      items: items.map(({ code, name, subItem, category, officeIds }) => ({
        id: code,
        name,
        subItem,
        category,
        code,
        offices: officeIds.map((id) => facts.offices.get(id)?.name ?? id),
      })),
      decided: decidedPairs(view),
    },
  );
  const itemName = (code: string): string => titleOf(facts.items.get(code) ?? { name: code, subItem: null });
  const toCandidate = (proposal: Proposal): DutyCandidate => ({
    duty: duties[Number(proposal.dutyId)]!,
    score: Math.round(proposal.score * 1000) / 1000,
    likely: proposal.likely || proposal.exact,
    exact: proposal.exact,
    explanation: explainMatch(proposal, { itemName }),
  });
  return (itemCode, limit) => matcher.rank(itemCode, limit).map(toCandidate);
}

/** Ids sort as the duties stand. */
const idOf = (place: number): string => String(place).padStart(4, '0');

function decidedPairs({ duties, decisions }: AgencyView): DecidedPair[] {
  const places = new Map(duties.map(({ text, place }) => [dutyKey(text), idOf(place)]));
  const byPeople = decisions.flatMap(({ itemCode, verdict, dutyKey: key }) => {
    const dutyId = places.get(key);
    return dutyId === undefined ? [] : { itemId: itemCode, dutyId, verdict };
  });
  const stated = duties.flatMap(({ place, itemCodes }) => itemCodes.map((itemId) => ({ itemId, dutyId: idOf(place), verdict: 'CONFIRMED' as const })));
  return [...byPeople, ...stated];
}
