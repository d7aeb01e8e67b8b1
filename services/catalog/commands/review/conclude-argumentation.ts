import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { cycleEntry, cycleTarget, moveCycle } from './cycle-record';

export interface ConcludeArgumentationInput {
  cycleId: string;
  /** The experts who took part. */
  experts: string[];
  conclusion: string;
}

/** Records what departments and experts came to (论证); the reform office's, as it finalises the draft. */
export const concludeArgumentation: Command<CatalogTx, CatalogAction, ConcludeArgumentationInput, { cycleId: string }> = {
  action: 'advance-cycle',
  target: cycleTarget,
  async handle({ cycleId, experts, conclusion }, { tx, actor, now }) {
    const moved = await moveCycle(tx, cycleId, [{ kind: 'CONCLUDE_ARGUMENTATION', experts, conclusion, by: actor.id }], now);
    if (!moved.ok) return moved;
    return accept({ value: { cycleId }, entries: [cycleEntry('ArgumentationConcluded', cycleId, { experts, conclusion })] });
  },
};
