import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { mayExclude } from '../../rules/review-cycle/reporting';
import { cycleEntry, cycleTarget, loadCycle } from './cycle-record';
import { draftsById } from './drafts';

export interface ExcludeItemInput {
  cycleId: string;
  draftId: string;
  reason: string;
}

/** The reform office takes an item out of the draft for approval (审核稿) that a reviewer spoke against and its department kept. */
export const excludeItem: Command<CatalogTx, CatalogAction, ExcludeItemInput, { draftId: string }> = {
  action: 'advance-cycle',
  target: cycleTarget,
  async handle({ cycleId, draftId, reason }, { tx }) {
    const cycle = await loadCycle(tx, cycleId);
    if (!cycle.ok) return cycle;
    if (reason.trim() === '') return refuse('TEXT_MISSING', '六', '须写明理由', [{ path: 'reason', value: reason }]);
    const [draft] = await draftsById(tx, cycleId, [draftId]);
    if (!draft) return refuse('UNKNOWN_DRAFT', null, '没有该报送事项', [{ path: 'draftId', value: draftId }]);
    const may = mayExclude(cycle.value.state, draft);
    if (!may.ok) return may;
    await tx.draftItem.update({ where: { id: BigInt(draftId) }, data: { status: 'WITHDRAWN' }, select: { id: true } });
    return accept({ value: { draftId }, entries: [cycleEntry('ItemExcluded', cycleId, { draftId, agencyCode: draft.agencyCode, reason })] });
  },
};
