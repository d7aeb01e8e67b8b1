import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { mayWithdraw, reportingRound } from '../../rules/review-cycle/reporting';
import { cycleEntry, cycleTarget, loadCycle } from './cycle-record';
import { draftsById } from './drafts';

export interface WithdrawItemInput {
  cycleId: string;
  agencyCode: string;
  draftId: string;
}

/** Takes an item out of the department's return: freely before it was submitted, afterwards only where a reviewer spoke against it (P11). */
export const withdrawItem: Command<CatalogTx, CatalogAction, WithdrawItemInput, { draftId: string }> = {
  action: 'report-item',
  target: cycleTarget,
  async handle({ cycleId, agencyCode, draftId }, { tx }) {
    const cycle = await loadCycle(tx, cycleId);
    if (!cycle.ok) return cycle;
    const [draft] = await draftsById(tx, cycleId, [draftId]);
    if (draft?.agencyCode !== agencyCode) return refuse('UNKNOWN_DRAFT', null, '本部门没有报送过该事项', [{ path: 'draftId', value: draftId }]);
    const round = reportingRound(cycle.value.state, agencyCode);
    if (!round.ok) return round;
    const may = mayWithdraw(draft);
    if (!may.ok) return may;
    await tx.draftItem.update({ where: { id: BigInt(draftId) }, data: { status: 'WITHDRAWN' }, select: { id: true } });
    return accept({ value: { draftId }, entries: [cycleEntry('ItemWithdrawn', cycleId, { agencyCode, draftId, before: draft.status })] });
  },
};
