import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { ServiceCenterTx } from '../../context';
import { moveDraft, type DraftMove, type DraftState } from '../../rules/guide-draft/draft-states';
import { regionOfAgency } from '../../rules/region-of-agency';
import { findDraft, type StoredDraft } from './draft-store';

/** A draft, by the agency it must be of: who may not work for that agency never learns whether there is one. */
export interface DraftOfAgency {
  agencyCode: string;
  draftId: string;
}

export const targetOf = ({ agencyCode }: { agencyCode: string }) => ({ agencyCode, regionCode: regionOfAgency(agencyCode) });

/** The draft and the state a move puts it into. */
export async function draftToMove(tx: ServiceCenterTx, { agencyCode, draftId }: DraftOfAgency, move: DraftMove): Promise<Outcome<{ draft: StoredDraft; to: DraftState }>> {
  const draft = await findDraft(tx, agencyCode, draftId);
  if (draft === null) return refuse('DRAFT_UNKNOWN', null, '本单位没有这份草稿', [{ path: 'draftId', value: draftId }]);
  const to = moveDraft(draft.state, move);
  return to.ok ? accept({ draft, to: to.value }) : to;
}
