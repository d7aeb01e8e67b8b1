import { Rejected } from '../../../shared/errors';
import type { RegionCheck } from '../../queries/mandates/region-check';
import { quoteDuty } from '../../rules/mandates/cross-check-facts';
import { itemsWithoutDuty } from '../../rules/mandates/checks/item-has-duty';
import { dutyCandidates, type DutyCandidate } from '../../rules/mandates/duty-candidates';
import type { OrganisationBuilder } from '../types';
import type { MandateTypes } from './mandate';
import type { PowerItemRef } from './power-item-stub';

/** An item and the duties it may rest on. */
interface ItemMatches {
  itemCode: string;
  candidates: DutyCandidate[];
}

/** Adds DutyCandidate and ItemDutyMatches. */
export function addMatches(builder: OrganisationBuilder, { Duty }: Pick<MandateTypes, 'Duty'>, PowerItem: PowerItemRef) {
  const Candidate = builder.objectRef<DutyCandidate>('DutyCandidate').implement({
    description: 'A duty on which an item may rest (候选职责), until a person confirms or rejects it with `decideDutyMatch`. Never confirmed by itself.',
    fields: (t) => ({
      duty: t.field({ type: Duty, description: 'The duty.', resolve: ({ duty }) => quoteDuty(duty) }),
      score: t.exposeFloat('score', { description: '0–1: the share of belief among all duties of the agency, and none of them.' }),
      likely: t.exposeBoolean('likely', { description: 'Good enough to be shown first: on real lists nine of ten such are right.' }),
      exact: t.exposeBoolean('exact', { description: 'The duty names the item outright.' }),
      explanation: t.exposeString('explanation', { description: 'One Chinese sentence: which words, which confirmed neighbours.' }),
    }),
  });
  return builder.objectRef<ItemMatches>('ItemDutyMatches').implement({
    description: 'An item that rests on no duty, and the duties it may rest on.',
    fields: (t) => ({
      item: t.field({ type: PowerItem, description: 'The item.', resolve: ({ itemCode }) => ({ code: itemCode }) }),
      candidates: t.expose('candidates', { type: [Candidate], description: 'Best first; empty when every pair has been rejected or the mandate states no duty.' }),
    }),
  });
}

const MOST_CANDIDATES = 10;

/** The agency's items without a duty, each with its best candidates. */
export function matchesOf({ views }: RegionCheck, agencyCode: string, limit: number): ItemMatches[] {
  if (limit < 1 || limit > MOST_CANDIDATES) throw new Rejected('BAD_USER_INPUT', `limit 应在 1 与 ${MOST_CANDIDATES} 之间，收到 ${limit}`, 'limit');
  const view = views.get(agencyCode);
  if (!view) return [];
  const candidates = dutyCandidates(view);
  return itemsWithoutDuty(view).map(({ code }) => ({ itemCode: code, candidates: candidates(code, limit) }));
}
