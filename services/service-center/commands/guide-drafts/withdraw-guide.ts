import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import type { ServiceCenterAction } from '../../rules/permissions';
import { draftEntry } from './draft-entry';
import { draftToMove, targetOf, type DraftOfAgency } from './draft-of-agency';
import { moveStoredDraft } from './draft-store';
import type { DraftId } from './submit-guide';

/** The agency takes its draft back; it stays on record. */
export const withdrawGuide: Command<ServiceCenterTx, ServiceCenterAction, DraftOfAgency, DraftId> = {
  action: 'withdraw-guide',
  target: targetOf,
  async handle(input, { tx, now }) {
    const found = await draftToMove(tx, input, 'WITHDRAW');
    if (!found.ok) return found;
    const { draft, to } = found.value;
    await moveStoredDraft(tx, draft.id, to, now);
    return accept({ value: { draftId: draft.id }, entries: [draftEntry('GuideWithdrawn', draft, { state: draft.state }, { state: to })] });
  },
};
