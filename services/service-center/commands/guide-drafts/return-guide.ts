import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import { checkReasons, type ReturnReason } from '../../rules/guide-draft/return-reasons';
import type { ServiceCenterAction } from '../../rules/permissions';
import { draftEntry } from './draft-entry';
import { draftToMove, targetOf, type DraftOfAgency } from './draft-of-agency';
import { moveStoredDraft } from './draft-store';
import type { DraftId } from './submit-guide';

export interface ReturnGuideInput extends DraftOfAgency {
  reasons: readonly ReturnReason[];
}

/** Sends a submitted guide back to its agency, with everything that is wrong. The words stay out of the journal: they may name people. */
export const returnGuide: Command<ServiceCenterTx, ServiceCenterAction, ReturnGuideInput, DraftId> = {
  action: 'return-guide',
  target: targetOf,
  async handle(input, { tx, now }) {
    const found = await draftToMove(tx, input, 'RETURN');
    if (!found.ok) return found;
    const { draft, to } = found.value;
    const reasons = checkReasons(input.reasons, draft.document);
    if (!reasons.ok) return reasons;
    await moveStoredDraft(tx, draft.id, to, now, { reasons: reasons.value });
    const entry = draftEntry('GuideReturned', draft, { state: draft.state }, { state: to, paths: reasons.value.map(({ path }) => path) });
    return accept({ value: { draftId: draft.id }, entries: [entry] });
  },
};
