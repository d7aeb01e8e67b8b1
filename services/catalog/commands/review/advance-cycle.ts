import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { decideAll, type CycleMove } from '../../rules/review-cycle/decide';
import { cycleEntry, cycleTarget, loadCycle, saveCycle } from './cycle-record';
import { holdersOfItems } from './open-cycle';

/** Takes a cycle to its next stage when this one has seen all it must; the refusal names what is missing. */
export const advanceCycle: Command<CatalogTx, CatalogAction, { cycleId: string }, { cycleId: string }> = {
  action: 'advance-cycle',
  target: cycleTarget,
  async handle({ cycleId }, { tx, now }) {
    const loaded = await loadCycle(tx, cycleId);
    if (!loaded.ok) return loaded;
    const { state, regionCode } = loaded.value;
    // A body that came by an item since the cycle was opened has to report too, else its items could not be published.
    const holders = state.stage === 'REPORT_1' ? await holdersOfItems(tx, regionCode) : [];
    const moves: CycleMove[] = [...holders.map((agencyCode) => ({ kind: 'JOIN' as const, agencyCode })), { kind: 'ADVANCE' }];
    const decided = decideAll(state, moves, now.toISOString());
    if (!decided.ok) return decided;
    await saveCycle(tx, loaded.value, decided.value.state);
    return accept({ value: { cycleId }, entries: [cycleEntry('StageEntered', cycleId, { from: state.stage, to: decided.value.state.stage })] });
  },
};
