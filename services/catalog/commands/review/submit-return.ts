import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { regionOfCycle } from '../../rules/review-cycle/cycle-id';
import type { CycleMove } from '../../rules/review-cycle/decide';
import type { PowerCategory } from '../../rules/vocabulary';
import { cycleEntry, cycleTarget, moveCycle } from './cycle-record';

export interface SubmitReturnInput {
  cycleId: string;
  agencyCode: string;
}

/** The round that was reported, and how many items it holds. */
export interface SubmittedReturn {
  round: number;
  items: number;
}

/** Submits a department's return (报送) of the round: its drafts go under review. Refused while opinions stand unanswered. */
export const submitReturn: Command<CatalogTx, CatalogAction, SubmitReturnInput, SubmittedReturn> = {
  action: 'submit-return',
  target: cycleTarget,
  async handle({ cycleId, agencyCode }, { tx, actor, now }) {
    if (!agencyCode.startsWith(regionOfCycle(cycleId) ?? ' ')) return refuse('AGENCY_OF_OTHER_REGION', 'P4', '报送机构不属于该地区', [{ path: 'agencyCode', value: agencyCode }]);
    const { items, categories } = await contentOf(tx, cycleId, agencyCode);
    const moves: CycleMove[] = [
      { kind: 'JOIN', agencyCode }, // nothing, for a department that is in the cycle
      { kind: 'SUBMIT_RETURN', agencyCode, items, categories },
    ];
    const moved = await moveCycle(tx, cycleId, moves, now);
    if (!moved.ok) return moved;
    const round = Math.max(...Object.keys(moved.value.state.departments[agencyCode]!.returns).map(Number));
    await tx.draftItem.updateMany({ where: { cycleId, agencyCode, status: 'DRAFT' }, data: { status: 'UNDER_REVIEW' } });
    await tx.agencyReturn.create({ data: { cycleId, agencyCode, round, submittedAt: now, submittedBy: actor.id }, select: { round: true } });
    return accept({ value: { round, items }, entries: [cycleEntry('ReturnSubmitted', cycleId, { agencyCode, round, items, categories })] });
  },
};

/** What the return holds as it would be submitted now. */
async function contentOf(tx: CatalogTx, cycleId: string, agencyCode: string): Promise<{ items: number; categories: PowerCategory[] }> {
  const rows = await tx.draftItem.groupBy({ by: ['category'], where: { cycleId, agencyCode, status: { not: 'WITHDRAWN' } }, _count: true, orderBy: { category: 'asc' } });
  return { items: rows.reduce((sum, { _count }) => sum + _count, 0), categories: rows.map(({ category }) => category as PowerCategory) };
}
