import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { cycleEntry, cycleTarget, moveCycle } from './cycle-record';

export interface ConcludeLegalityReviewInput {
  cycleId: string;
  approved: boolean;
  opinion: string;
}

/** The legal office's verdict on everything that will be published (P10); a no sends the list back to the final review. */
export const concludeLegalityReview: Command<CatalogTx, CatalogAction, ConcludeLegalityReviewInput, { cycleId: string }> = {
  action: 'conclude-legality-review',
  target: cycleTarget,
  async handle({ cycleId, approved, opinion }, { tx, actor, now }) {
    const moved = await moveCycle(tx, cycleId, [{ kind: 'CONCLUDE_LEGALITY', approved, opinion, by: actor.id }], now);
    if (!moved.ok) return moved;
    return accept({ value: { cycleId }, entries: [cycleEntry('LegalityReviewConcluded', cycleId, { approved, opinion, stage: moved.value.state.stage })] });
  },
};
