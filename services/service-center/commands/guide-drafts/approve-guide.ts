import { accept } from '../../../shared/outcome';
import { dayInChina } from '../../../shared/day';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import type { ServiceCenterAction } from '../../rules/permissions';
import { publishStatement, type PublishedGuide } from '../publish-statement';
import { draftEntry } from './draft-entry';
import { draftToMove, targetOf, type DraftOfAgency } from './draft-of-agency';
import { moveStoredDraft } from './draft-store';

export interface ApproveGuideInput extends DraftOfAgency {
  /** First day the guide holds; null: the draft's own, or today where that is over. */
  effectiveOn: string | null;
}

/** Approves a submitted guide and publishes it, through the checks that every published guide passes (P5, P3). */
export const approveGuide: Command<ServiceCenterTx, ServiceCenterAction, ApproveGuideInput, PublishedGuide> = {
  action: 'approve-guide',
  target: targetOf,
  async handle(input, { tx, now }) {
    const found = await draftToMove(tx, input, 'APPROVE');
    if (!found.ok) return found;
    const { draft, to } = found.value;
    const { itemCode, agencyCode, document } = draft;
    const today = dayInChina(now);
    const effectiveOn = input.effectiveOn ?? (draft.effectiveOn > today ? draft.effectiveOn : today);
    const published = await publishStatement(tx, agencyCode, { itemCode, version: null, effectiveOn, document }, today);
    if (!published.ok) return published;
    const { value, entries } = published.value;
    await moveStoredDraft(tx, draft.id, to, now, { version: value.version });
    return accept({ value, entries: [draftEntry('GuideApproved', draft, { state: draft.state }, { state: to, version: value.version }), ...entries] });
  },
};
