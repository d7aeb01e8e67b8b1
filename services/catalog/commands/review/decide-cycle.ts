import { dayInChina } from '../../../shared/day';
import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { DecisionDocument } from '../../rules/adjustments/grounds';
import type { CatalogAction } from '../../rules/permissions';
import { cycleEntry, cycleTarget, moveCycle } from './cycle-record';

export interface DecideCycleInput {
  cycleId: string;
  approved: boolean;
  /** The decision document; needed to approve. */
  document: DecisionDocument | null;
  /** Why not; needed to refuse. */
  opinion: string;
}

/** The government approves the list, by a document, or sends it back to the final review. */
export const decideCycle: Command<CatalogTx, CatalogAction, DecideCycleInput, { cycleId: string }> = {
  action: 'decide-cycle',
  target: cycleTarget,
  async handle({ cycleId, approved, document, opinion }, { tx, actor, now }) {
    if (document && document.date > dayInChina(now))
      return refuse('DOCUMENT_IN_FUTURE', 'P10', `决定文件日期 ${document.date} 尚未到来`, [{ path: 'document.date', value: document.date }]);
    const moved = await moveCycle(tx, cycleId, [{ kind: 'DECIDE', approved, document, opinion, by: actor.id }], now);
    if (!moved.ok) return moved;
    const after = { approved, document: document && { ...document }, opinion, stage: moved.value.state.stage };
    return accept({ value: { cycleId }, entries: [cycleEntry('CycleDecided', cycleId, after)] });
  },
};
