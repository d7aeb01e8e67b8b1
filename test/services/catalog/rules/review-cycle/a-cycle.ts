import { decideAll, type CycleMove } from '../../../../../services/catalog/rules/review-cycle/decide';
import { openedCycle, type CycleState } from '../../../../../services/catalog/rules/review-cycle/cycle-state';
import { JOINT_MEMBERS } from '../../../../../services/catalog/rules/review-cycle/joint-members';
import type { NamedBodies, ReviewBody } from '../../../../../services/catalog/rules/review-cycle/review-bodies';
import type { Window } from '../../../../../services/catalog/rules/review-cycle/windows';
import type { PowerCategory } from '../../../../../services/catalog/rules/vocabulary';

export const WATER = '140100013';
export const PRICES = '140100009';
export const BODIES: NamedBodies = { DEVELOPMENT_REFORM: '140100004', HUMAN_RESOURCES: '140100008', PRICING: '140100009' };

/** The windows of 2014 (plan, chapter 六). */
export const WINDOWS: Window[] = [
  { stage: 'REPORT_1', from: '2014-08-06', to: '2014-08-15' },
  { stage: 'REVIEW_1', from: '2014-08-16', to: '2014-08-22' },
  { stage: 'REPORT_2', from: '2014-08-23', to: '2014-08-27' },
  { stage: 'JOINT_REVIEW', from: '2014-08-23', to: '2014-08-27' },
  { stage: 'REPORT_3', from: '2014-08-28', to: '2014-08-31' },
  { stage: 'FINAL_REVIEW', from: '2014-08-28', to: '2014-08-31' },
  { stage: 'ARGUMENTATION', from: '2014-09-01', to: '2014-09-05' },
  { stage: 'LEGALITY_REVIEW', from: '2014-09-01', to: '2014-09-05' },
  { stage: 'GOVERNMENT_DECISION', from: '2014-09-01', to: '2014-09-05' },
  { stage: 'PUBLICATION', from: '2014-09-05', to: '2014-09-10' },
];

export const ADVANCE: CycleMove = { kind: 'ADVANCE' };
export const DOCUMENT = { title: '关于公布权力清单的决定', number: '并政发〔2014〕1号', date: '2014-09-05' };

export const submit = (agencyCode = WATER, categories: PowerCategory[] = ['LICENSE']): CycleMove => ({ kind: 'SUBMIT_RETURN', agencyCode, items: 1, categories });
export const opinion = (body: ReviewBody | null, more: Partial<Extract<CycleMove, { kind: 'GIVE_OPINION' }>> = {}): CycleMove => ({
  kind: 'GIVE_OPINION', agencyCode: WATER, opinionId: '1', body, category: null, verdict: 'ACCEPT', text: '', ...more,
});
export const answer = (opinionId = '1', agencyCode = WATER): CycleMove => ({ kind: 'ANSWER_OPINION', agencyCode, opinionId });
export const signatures: CycleMove[] = JOINT_MEMBERS.map((body) => ({ kind: 'SIGN', body, by: body }));
export const ARGUED: CycleMove = { kind: 'CONCLUDE_ARGUMENTATION', experts: ['专家甲'], conclusion: '同意', by: 'r' };
export const LEGAL: CycleMove = { kind: 'CONCLUDE_LEGALITY', approved: true, opinion: '合法', by: 'l' };
export const APPROVED: CycleMove = { kind: 'DECIDE', approved: true, document: DOCUMENT, opinion: '', by: 'g' };
export const PUBLISH: CycleMove = { kind: 'PUBLISH', editionId: '140100-1' };

/** Everything one department's cycle takes, from the first report to publication. */
export const WHOLE_CYCLE: CycleMove[] = [
  submit(), ADVANCE, opinion('REFORM_OFFICE'), ADVANCE,
  submit(), ADVANCE, ...signatures, ADVANCE,
  submit(), ADVANCE, opinion('REFORM_OFFICE'), ADVANCE,
  ARGUED, ADVANCE, LEGAL, ADVANCE, APPROVED, ADVANCE, PUBLISH,
];

export const NOW = '2014-08-10T02:00:00.000Z';
export const opened = (agencies: string[] = [WATER]): CycleState => openedCycle(WINDOWS, BODIES, agencies);

/** The cycle after these moves; fails when a rule refuses one. */
export function given(moves: readonly CycleMove[], agencies?: string[], now = NOW): CycleState {
  const outcome = decideAll(opened(agencies), moves, now);
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.value.state;
}

/** The moves of the whole cycle up to the beginning of a stage. */
export const untilStage = (stage: CycleState['stage']): CycleMove[] => {
  const moves: CycleMove[] = [];
  for (const move of WHOLE_CYCLE) {
    if (given(moves).stage === stage) break;
    moves.push(move);
  }
  return moves;
};
