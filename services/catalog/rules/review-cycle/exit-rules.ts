import type { RefusalDetail } from '../../../shared/outcome';
import { reviewNumber, type CycleState } from './cycle-state';
import { firstReviewersOfReturn } from './first-reviewers';
import { membersToSign } from './joint-members';
import { REVIEW_BODIES, type ReviewBody } from './review-bodies';
import { REPORT_ROUNDS, type CycleStage, type ReportStage } from './stages';

/** Something a stage still lacks before the cycle may leave it, each case named. */
export interface Obstacle {
  code: string;
  rule: string;
  message: string;
  details: RefusalDetail[];
}

const NOTHING: Obstacle[] = [];
const none = (): Obstacle[] => NOTHING;

/** What each stage must have seen before the cycle leaves it. */
export const EXIT_RULES: Readonly<Record<CycleStage, (state: CycleState) => Obstacle[]>> = {
  REPORT_1: everyReturn('REPORT_1'),
  REVIEW_1: everyFirstReview,
  REPORT_2: (state) => [...everyReturn('REPORT_2')(state), ...everyAnswer(state)],
  JOINT_REVIEW: everySignature,
  REPORT_3: (state) => [...everyReturn('REPORT_3')(state), ...everyAnswer(state)],
  FINAL_REVIEW: (state) => [...everyFinalReview(state), ...everyAnswer(state)],
  ARGUMENTATION: ({ argumentation }) =>
    argumentation ? NOTHING : [{ code: 'ARGUMENTATION_MISSING', rule: '六', message: '尚未完成论证', details: [] }],
  LEGALITY_REVIEW: ({ legality }) =>
    legality ? NOTHING : [{ code: 'LEGALITY_REVIEW_MISSING', rule: 'P10', message: '法制办尚未完成合法性审查，未经审查不得公布', details: [] }],
  GOVERNMENT_DECISION: ({ decision }) =>
    decision ? NOTHING : [{ code: 'GOVERNMENT_APPROVAL_MISSING', rule: '六', message: '尚未经政府审定', details: [] }],
  PUBLICATION: none,
  PUBLISHED: none,
};

/** What publication needs of the cycle as it stands, whatever way it came here. */
export const missingForPublication = (state: CycleState): Obstacle[] =>
  (['REPORT_1', 'REVIEW_1', 'REPORT_2', 'JOINT_REVIEW', 'REPORT_3', 'FINAL_REVIEW', 'ARGUMENTATION', 'LEGALITY_REVIEW', 'GOVERNMENT_DECISION'] as const)
    .flatMap((stage) => EXIT_RULES[stage](state));

/** Each department reports in each round (P11). */
function everyReturn(stage: ReportStage): (state: CycleState) => Obstacle[] {
  const round = REPORT_ROUNDS[stage];
  return ({ departments }) => {
    const absent = Object.entries(departments).filter(([, { returns }]) => returns[round] === undefined);
    return obstacleFor(absent, 'RETURNS_MISSING', 'P11', (count) => `还有 ${count} 个部门未完成第 ${round} 次报送`, ([value]) => ({ path: 'agencyCode', value }));
  };
}

/** Each opinion is answered in the next round. */
function everyAnswer({ departments }: CycleState): Obstacle[] {
  const open = Object.entries(departments).flatMap(([agencyCode, { unanswered }]) => unanswered.map((id) => [agencyCode, id] as const));
  return obstacleFor(open, 'OPINIONS_UNANSWERED', '六', (count) => `还有 ${count} 条审核意见未答复`, ([agencyCode, value]) => ({ path: `opinions.${agencyCode}`, value }));
}

/** P8: every return has the written opinion of each first reviewer of the categories it holds. */
function everyFirstReview(state: CycleState): Obstacle[] {
  return reviewsMissing(missingReviews(state, 1, ({ returns }) => firstReviewersOfReturn(returns[1]?.categories ?? [], state.bodies)), 'P8');
}

/** The third review is the reform office's, of every return that holds anything. */
function everyFinalReview(state: CycleState): Obstacle[] {
  const review = reviewNumber({ stage: 'FINAL_REVIEW', sentBack: state.sentBack })!;
  return reviewsMissing(missingReviews(state, review, ({ returns }) => ((returns[3]?.items ?? 0) > 0 ? ['REFORM_OFFICE'] : [])), '六');
}

function missingReviews(
  { departments }: CycleState,
  review: number,
  reviewersOf: (department: CycleState['departments'][string]) => readonly ReviewBody[],
): (readonly [agencyCode: string, body: ReviewBody])[] {
  return Object.entries(departments).flatMap(([agencyCode, department]) =>
    reviewersOf(department)
      .filter((body) => department.reviews[review]?.[body] === undefined)
      .map((body) => [agencyCode, body] as const),
  );
}

const reviewsMissing = (missing: (readonly [string, ReviewBody])[], rule: string): Obstacle[] =>
  obstacleFor(missing, 'REVIEWS_MISSING', rule, (count) => `还缺 ${count} 份对部门报送的审核意见`, ([agencyCode, body]) => ({ path: `reviews.${agencyCode}`, value: body }));

/** P9: the joint review is complete only with every member's signature. */
function everySignature({ signatures }: CycleState): Obstacle[] {
  const names = membersToSign(signatures).map((member) => REVIEW_BODIES[member]).join('、');
  return obstacleFor(membersToSign(signatures), 'SIGNATURES_MISSING', 'P9', () => `联合会审还缺${names}签署`, (value) => ({ path: 'signatures', value }));
}

function obstacleFor<Case>(
  cases: readonly Case[],
  code: string,
  rule: string,
  message: (count: number) => string,
  detail: (each: Case) => RefusalDetail,
): Obstacle[] {
  return cases.length === 0 ? NOTHING : [{ code, rule, message: message(cases.length), details: cases.map(detail) }];
}
