import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { CycleState } from './cycle-state';
import { speaksAgainst, type Verdict } from './opinions';
import { isReportStage, REPORT_ROUNDS, STAGES } from './stages';

/** Life of an item within a cycle: never submitted, submitted, taken out. None of these is public. */
export const DRAFT_STATUSES = {
  DRAFT: '草稿',
  UNDER_REVIEW: '审核中',
  WITHDRAWN: '不予保留',
} as const;
export type DraftStatus = keyof typeof DRAFT_STATUSES;

/** What the rules need to know of a reported item. */
export interface ReportedItem {
  status: DraftStatus;
  /** What reviewers have said of it, with the number of the review. */
  verdicts: readonly { verdict: Verdict; review: number }[];
}

/** Where a department may report now, or the refusal. */
export function reportingRound(state: CycleState, agencyCode: string): Outcome<number> {
  const { stage } = state;
  if (stage === 'FINAL_REVIEW') return accept(REPORT_ROUNDS.REPORT_3);
  if (!isReportStage(stage)) return refuse('WRONG_STAGE', '六', `当前阶段“${STAGES[stage]}”不能报送事项`, [{ path: 'stage', value: stage }]);
  const round = REPORT_ROUNDS[stage];
  const submitted = state.departments[agencyCode]?.returns[round];
  if (submitted) return refuse('RETURN_ALREADY_SUBMITTED', '六', `第 ${round} 次报送已于 ${submitted.at} 提交`, [{ path: 'submittedAt', value: submitted.at }]);
  return accept(round);
}

/**
 * P11: all powers are reported in the first round, with or without a basis; the second supplements. The third refines
 * what the joint review saw and adds nothing; in the final review only what the reform office asked to amend changes.
 */
export function mayReport(state: CycleState, item: ReportedItem | null): Outcome<null> {
  const { stage } = state;
  if (stage === 'REPORT_1' || stage === 'REPORT_2') return accept(null);
  if (item === null || item.status === 'WITHDRAWN') return refuse('ITEM_TOO_LATE', 'P9', '联合会审后不得增报事项');
  if (stage === 'REPORT_3') return accept(null);
  if (item.verdicts.some(({ verdict, review }) => verdict === 'AMEND' && review >= 3)) return accept(null);
  return refuse('AMENDMENT_NOT_ASKED', '六', '第三次审核中只能修改审改办要求修改的事项');
}

/**
 * P11: an item that was submitted leaves the list only when a reviewer has spoken against it; leaving it out otherwise
 * would be concealment. What was never submitted may be taken back.
 */
export function mayWithdraw(item: ReportedItem): Outcome<null> {
  if (item.status === 'WITHDRAWN') return refuse('ALREADY_WITHDRAWN', null, '该事项已不予保留');
  if (item.status === 'DRAFT' || spokenAgainst(item)) return accept(null);
  return refuse('NOT_PROPOSED_FOR_REMOVAL', 'P11', '没有审核意见要求取消、合并或下放该事项，不得隐瞒不报');
}

/** The reform office takes an item out of the draft for approval (审核稿) when a reviewer spoke against it. */
export function mayExclude({ stage }: CycleState, item: ReportedItem): Outcome<null> {
  if (stage !== 'FINAL_REVIEW' && stage !== 'ARGUMENTATION')
    return refuse('WRONG_STAGE', '六', `当前阶段“${STAGES[stage]}”不能调整审核稿`, [{ path: 'stage', value: stage }]);
  if (item.status === 'WITHDRAWN') return refuse('ALREADY_WITHDRAWN', null, '该事项已不予保留');
  return spokenAgainst(item) ? accept(null) : refuse('NOT_PROPOSED_FOR_REMOVAL', 'P14', '没有审核意见要求取消、合并或下放该事项');
}

const spokenAgainst = ({ verdicts }: ReportedItem): boolean => verdicts.some(({ verdict }) => speaksAgainst(verdict));
