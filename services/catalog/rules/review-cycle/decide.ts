import { accept, refuse, type Outcome, type Refusal } from '../../../shared/outcome';
import type { DecisionDocument } from '../adjustments/grounds';
import type { PowerCategory } from '../vocabulary';
import { evolve, reviewNumber, type CycleEvent, type CycleState } from './cycle-state';
import { EXIT_RULES, missingForPublication, type Obstacle } from './exit-rules';
import { isJointMember } from './joint-members';
import { mayGiveOpinion, mustBeAnswered, type Verdict } from './opinions';
import { REVIEW_BODIES, type ReviewBody } from './review-bodies';
import { isReportStage, nextStage, REPORT_ROUNDS, STAGES, type CycleStage } from './stages';

/** What somebody wants to do in a cycle. Who may is the permission table's; which body somebody is, `bodyOf` says. */
export type CycleMove =
  | { kind: 'JOIN'; agencyCode: string }
  | { kind: 'SUBMIT_RETURN'; agencyCode: string; items: number; categories: PowerCategory[] }
  | { kind: 'GIVE_OPINION'; agencyCode: string; opinionId: string; body: ReviewBody | null; category: PowerCategory | null; verdict: Verdict; text: string }
  | { kind: 'ANSWER_OPINION'; agencyCode: string; opinionId: string }
  | { kind: 'SIGN'; body: ReviewBody | null; by: string }
  | { kind: 'CONCLUDE_ARGUMENTATION'; experts: string[]; conclusion: string; by: string }
  | { kind: 'CONCLUDE_LEGALITY'; approved: boolean; opinion: string; by: string }
  | { kind: 'DECIDE'; approved: boolean; document: DecisionDocument | null; opinion: string; by: string }
  | { kind: 'ADVANCE' }
  | { kind: 'PUBLISH'; editionId: string };

/** What follows from a move in a state at an instant: events, or the rule that says no. */
export function decide(state: CycleState, move: CycleMove, now: string): Outcome<CycleEvent[]> {
  switch (move.kind) {
    case 'JOIN':
      return join(state, move.agencyCode);
    case 'SUBMIT_RETURN':
      return submitReturn(state, move, now);
    case 'GIVE_OPINION':
      return giveOpinion(state, move, now);
    case 'ANSWER_OPINION':
      return answerOpinion(state, move);
    case 'SIGN':
      return sign(state, move, now);
    case 'CONCLUDE_ARGUMENTATION': {
      const { experts, conclusion, by } = move;
      if (state.stage !== 'ARGUMENTATION') return wrongStage(state, '论证结论');
      return conclusion.trim() === '' ? withoutText('conclusion') : accept([{ type: 'ArgumentationConcluded', experts, conclusion, by, at: now }]);
    }
    case 'CONCLUDE_LEGALITY': {
      const { approved, opinion, by } = move;
      if (state.stage !== 'LEGALITY_REVIEW') return wrongStage(state, '合法性审查结论');
      if (opinion.trim() === '') return withoutText('opinion');
      return approved ? accept([{ type: 'LegalityApproved', opinion, by, at: now }]) : accept(sendBack(state));
    }
    case 'DECIDE': {
      const { approved, document, opinion, by } = move;
      if (state.stage !== 'GOVERNMENT_DECISION') return wrongStage(state, '政府审定');
      if (!approved) return opinion.trim() === '' ? withoutText('opinion') : accept(sendBack(state));
      if (!document || document.title.trim() === '') return withoutText('document.title');
      return accept([{ type: 'CycleApproved', document, by, at: now }]);
    }
    case 'ADVANCE':
      return advance(state);
    case 'PUBLISH': {
      if (state.stage !== 'PUBLICATION') return wrongStage(state, '公布');
      const [missing] = missingForPublication(state);
      return missing ? refuseFor(missing) : accept([{ type: 'CyclePublished', editionId: move.editionId, at: now }, { type: 'StageEntered', stage: 'PUBLISHED' }]);
    }
  }
}

/** Several moves as one: all of them or, from the first that is refused, none. `path` names the input list they come from. */
export function decideAll(state: CycleState, moves: readonly CycleMove[], now: string, path?: string): Outcome<{ events: CycleEvent[]; state: CycleState }> {
  const events: CycleEvent[] = [];
  let current = state;
  for (const [index, move] of moves.entries()) {
    const outcome = decide(current, move, now);
    if (!outcome.ok) return path === undefined ? outcome : refuseAt(`${path}.${index}`, outcome.refusal);
    events.push(...outcome.value);
    current = outcome.value.reduce(evolve, current);
  }
  return accept({ events, state: current });
}

const refuseAt = (path: string, { code, rule, message, details }: Refusal): Outcome<never> =>
  refuse(code, rule, message, [{ path, value: null }, ...details]);

/** P11: whoever holds powers reports them; a department nobody thought of may still join the first report. */
function join({ stage, departments }: CycleState, agencyCode: string): Outcome<CycleEvent[]> {
  if (agencyCode in departments) return accept([]);
  if (stage === 'REPORT_1') return accept([{ type: 'DepartmentJoined', agencyCode }]);
  return refuse('AGENCY_NOT_IN_CYCLE', 'P11', '该机构未参加本次清单编制', [{ path: 'agencyCode', value: agencyCode }]);
}

function submitReturn(state: CycleState, move: Extract<CycleMove, { kind: 'SUBMIT_RETURN' }>, now: string): Outcome<CycleEvent[]> {
  const { agencyCode, items, categories } = move;
  if (!isReportStage(state.stage)) return wrongStage(state, '报送');
  const department = state.departments[agencyCode];
  if (!department) return refuse('AGENCY_NOT_IN_CYCLE', 'P11', '该机构未参加本次清单编制', [{ path: 'agencyCode', value: agencyCode }]);
  const round = REPORT_ROUNDS[state.stage];
  const before = department.returns[round];
  if (before !== undefined) return refuse('RETURN_ALREADY_SUBMITTED', '六', `第 ${round} 次报送已于 ${before.at} 提交`, [{ path: 'submittedAt', value: before.at }]);
  if (department.unanswered.length > 0)
    return refuse('OPINIONS_UNANSWERED', '六', `还有 ${department.unanswered.length} 条审核意见未答复，不能提交`, department.unanswered.map((value) => ({ path: 'opinions', value })));
  return accept([{ type: 'ReturnSubmitted', agencyCode, round, items, categories, at: now }]);
}

function giveOpinion(state: CycleState, move: Extract<CycleMove, { kind: 'GIVE_OPINION' }>, now: string): Outcome<CycleEvent[]> {
  const { agencyCode, opinionId, body, category, verdict, text } = move;
  const department = state.departments[agencyCode];
  if (!department) return refuse('AGENCY_NOT_IN_CYCLE', 'P11', '该机构未参加本次清单编制', [{ path: 'agencyCode', value: agencyCode }]);
  const subject = category === null ? ({ kind: 'RETURN', categories: department.returns[1]?.categories ?? [] } as const) : ({ kind: 'ITEM', category } as const);
  const reviewer = mayGiveOpinion(state.stage, state.bodies, { body, subject, verdict, text });
  if (!reviewer.ok) return reviewer;
  const review = reviewNumber(state)!;
  const before = department.reviews[review]?.[reviewer.value];
  if (category === null && before !== undefined)
    return refuse('OPINION_ALREADY_GIVEN', '六', `${REVIEW_BODIES[reviewer.value]}已于 ${before} 对该份报送提出意见`, [{ path: 'givenAt', value: before }]);
  return accept([
    { type: 'OpinionGiven', agencyCode, opinionId, body: reviewer.value, onReturn: category === null, review, toAnswer: mustBeAnswered(verdict), at: now },
  ]);
}

/** Departments answer while they report; what the final review asks, they answer there. */
const ANSWERED_IN: ReadonlySet<CycleStage> = new Set(['REPORT_2', 'REPORT_3', 'FINAL_REVIEW'] as const);

function answerOpinion(state: CycleState, { agencyCode, opinionId }: Extract<CycleMove, { kind: 'ANSWER_OPINION' }>): Outcome<CycleEvent[]> {
  if (!ANSWERED_IN.has(state.stage)) return wrongStage(state, '答复审核意见');
  if (!state.departments[agencyCode]?.unanswered.includes(opinionId))
    return refuse('OPINION_NOT_OPEN', '六', '没有这条待答复的审核意见', [{ path: 'opinionId', value: opinionId }]);
  return accept([{ type: 'OpinionAnswered', agencyCode, opinionId }]);
}

function sign(state: CycleState, { body, by }: Extract<CycleMove, { kind: 'SIGN' }>, now: string): Outcome<CycleEvent[]> {
  if (state.stage !== 'JOINT_REVIEW') return wrongStage(state, '签署联合会审');
  if (!isJointMember(body)) return refuse('NOT_A_JOINT_MEMBER', 'P9', '当前身份不是联合会审成员', []);
  const before = state.signatures[body];
  if (before) return refuse('ALREADY_SIGNED', 'P9', `${REVIEW_BODIES[body]}已于 ${before.at} 签署`, [{ path: 'signedAt', value: before.at }]);
  return accept([{ type: 'JointReviewSigned', member: body, by, at: now }]);
}

/** The next stage, when this one has seen all it must; publication is a move of its own. */
function advance(state: CycleState): Outcome<CycleEvent[]> {
  const to = nextStage(state.stage, 'ADVANCE');
  if (to === null) return wrongStage(state, '进入下一阶段');
  const [first, ...others] = EXIT_RULES[state.stage](state);
  if (first) return refuseFor({ ...first, details: [...first.details, ...others.flatMap(({ details }) => details)] });
  return accept([{ type: 'StageEntered', stage: to }]);
}

function sendBack(state: CycleState): CycleEvent[] {
  return [{ type: 'SentBack' }, { type: 'StageEntered', stage: nextStage(state.stage, 'SEND_BACK')! }];
}

const refuseFor = ({ code, rule, message, details }: Obstacle): Outcome<never> => refuse(code, rule, message, details);

const wrongStage = ({ stage }: CycleState, what: string): Outcome<never> =>
  refuse('WRONG_STAGE', '六', `当前阶段“${STAGES[stage]}”不能进行：${what}`, [{ path: 'stage', value: stage }]);

const withoutText = (path: string): Outcome<never> => refuse('TEXT_MISSING', '六', '须以书面说明', [{ path, value: '' }]);
