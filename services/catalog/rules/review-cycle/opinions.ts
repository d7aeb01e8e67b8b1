import type { PowerCategory } from '../vocabulary';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { firstReviewersOf, firstReviewersOfReturn } from './first-reviewers';
import { isJointMember } from './joint-members';
import { REVIEW_BODIES, type NamedBodies, type ReviewBody } from './review-bodies';
import { isReviewStage, STAGES, type CycleStage } from './stages';

/** What a reviewer may say of an item (P14 names the remedies); each but ACCEPT must be answered by the department. */
export const VERDICTS = {
  ACCEPT: '同意',
  AMEND: '修改',
  MERGE: '合并',
  DELEGATE: '下放',
  CANCEL: '取消',
  NO_BASIS: '无依据',
} as const;
export type Verdict = keyof typeof VERDICTS;

export const mustBeAnswered = (verdict: Verdict): boolean => verdict !== 'ACCEPT';

/** Verdicts after which an item may leave the draft list; without one, leaving it out would be concealment (P11). */
const AGAINST_THE_ITEM: ReadonlySet<Verdict> = new Set(['CANCEL', 'NO_BASIS', 'MERGE', 'DELEGATE'] as const);
export const speaksAgainst = (verdict: Verdict): boolean => AGAINST_THE_ITEM.has(verdict);

/** A department that agrees to these has said that the power ends: its item leaves the draft list with the answer. */
export const endsTheItem = (verdict: Verdict): boolean => verdict === 'CANCEL' || verdict === 'NO_BASIS';

/** What an opinion is about: one item of a category, or a return with the categories it holds. */
export type OpinionSubject = { kind: 'ITEM'; category: PowerCategory } | { kind: 'RETURN'; categories: readonly PowerCategory[] };

export interface OpinionGiven {
  body: ReviewBody | null;
  subject: OpinionSubject;
  verdict: Verdict;
  text: string;
}

const LONGEST_TEXT = 2000;

/** The right reviewer at the right stage: by category first (P8), any member jointly (P9), the reform office at the end. */
export function mayGiveOpinion(stage: CycleStage, named: NamedBodies, { body, subject, verdict, text }: OpinionGiven): Outcome<ReviewBody> {
  if (!isReviewStage(stage)) return refuse('WRONG_STAGE', '六', `当前阶段“${STAGES[stage]}”不能提出审核意见`, [{ path: 'stage', value: stage }]);
  const entitled = reviewersAt(stage, named, subject);
  if (body === null || !entitled.includes(body)) {
    const wanted = entitled.map((each) => REVIEW_BODIES[each]).join('、');
    return refuse('NOT_THE_REVIEWER', stage === 'REVIEW_1' ? 'P8' : 'P9', `该意见应由${wanted}提出`, entitled.map((value) => ({ path: 'reviewer', value })));
  }
  if (subject.kind === 'RETURN' && speaksAgainst(verdict))
    return refuse('VERDICT_NEEDS_ITEM', '六', `对整份报送只能提出同意或修改；“${VERDICTS[verdict]}”须指明事项`, [{ path: 'verdict', value: verdict }]);
  if (mustBeAnswered(verdict) && text.trim() === '') return refuse('OPINION_WITHOUT_TEXT', '六', '除同意外，审核意见须以书面说明', [{ path: 'text', value: text }]);
  if (text.length > LONGEST_TEXT) return refuse('TEXT_TOO_LONG', null, `审核意见不得超过 ${LONGEST_TEXT} 字`, [{ path: 'text', value: `${text.length}` }]);
  return accept(body);
}

function reviewersAt(stage: 'REVIEW_1' | 'JOINT_REVIEW' | 'FINAL_REVIEW', named: NamedBodies, subject: OpinionSubject): ReviewBody[] {
  if (stage === 'FINAL_REVIEW') return ['REFORM_OFFICE'];
  if (stage === 'JOINT_REVIEW') return (Object.keys(REVIEW_BODIES) as ReviewBody[]).filter(isJointMember);
  return subject.kind === 'ITEM' ? firstReviewersOf(subject.category, named) : firstReviewersOfReturn(subject.categories, named);
}
