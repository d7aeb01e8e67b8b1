import type { JournalDraft, Json } from '../../../shared/journal';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { Target } from '../../../shared/permission';
import type { CatalogTx } from '../../context';
import { regionOfCycle } from '../../rules/review-cycle/cycle-id';
import type { CycleState } from '../../rules/review-cycle/cycle-state';
import { decideAll, type CycleMove } from '../../rules/review-cycle/decide';

/** A review cycle as a command works with it. */
export interface CycleRecord {
  id: string;
  regionCode: string;
  schemeCode: string;
  /** `YYYY-MM-DD`. */
  openedOn: string;
  state: CycleState;
}

/** What a command on a cycle touches: the cycle's region, and the department it acts for. */
export const cycleTarget = ({ cycleId, agencyCode }: { cycleId: string; agencyCode?: string | null }): Target => ({
  regionCode: regionOfCycle(cycleId),
  agencyCode: agencyCode ?? null,
});

export async function loadCycle(tx: CatalogTx, id: string): Promise<Outcome<CycleRecord>> {
  const row = await tx.reviewCycle.findUnique({ where: { id } });
  if (!row) return refuse('UNKNOWN_CYCLE', null, `没有编号为 ${id} 的清单编制周期`, [{ path: 'cycleId', value: id }]);
  const { regionCode, schemeCode, openedOn, state } = row;
  return accept({ id, regionCode, schemeCode, openedOn: openedOn.toISOString().slice(0, 10), state: state as unknown as CycleState });
}

/** The state as its JSON column takes it. */
export const storedState = (state: CycleState): object => state;

export async function saveCycle(tx: CatalogTx, { id }: Pick<CycleRecord, 'id'>, state: CycleState, closedOn: string | null = null): Promise<void> {
  await tx.reviewCycle.update({
    where: { id },
    data: { stage: state.stage, state: storedState(state), ...(closedOn === null ? {} : { closedOn: new Date(closedOn) }) },
    select: { id: true },
  });
}

/** Loads a cycle, decides the moves as one and saves what follows. */
export async function moveCycle(tx: CatalogTx, id: string, moves: readonly CycleMove[], now: Date, path?: string): Promise<Outcome<CycleRecord>> {
  const loaded = await loadCycle(tx, id);
  if (!loaded.ok) return loaded;
  const decided = decideAll(loaded.value.state, moves, now.toISOString(), path);
  if (!decided.ok) return decided;
  await saveCycle(tx, loaded.value, decided.value.state);
  return accept({ ...loaded.value, state: decided.value.state });
}

/** What the journal calls what happens in a cycle, and the one line people read: anybody may read the journal's lines, so they tell nothing of a draft. */
const SUMMARIES = {
  ReviewCycleOpened: '启动权力清单编制',
  ItemsReported: '部门报送事项',
  ItemWithdrawn: '部门撤回事项',
  ItemExcluded: '审改办从审核稿中剔除事项',
  ReturnSubmitted: '部门提交报送',
  OpinionsGiven: '提出审核意见',
  OpinionsAnswered: '部门答复审核意见',
  JointReviewSigned: '签署联合会审',
  ArgumentationConcluded: '完成论证',
  LegalityReviewConcluded: '完成合法性审查',
  CycleDecided: '政府审定',
  StageEntered: '进入下一阶段',
  CyclePublished: '公布权力清单',
  AccountabilityRecorded: '登记约谈或问责',
} as const;

export const cycleEntry = (action: keyof typeof SUMMARIES, cycleId: string, after: { [key: string]: Json }): JournalDraft => ({
  action,
  subject: { kind: 'ReviewCycle', id: cycleId },
  summary: `清单编制：${SUMMARIES[action]}`,
  before: null,
  after,
});
