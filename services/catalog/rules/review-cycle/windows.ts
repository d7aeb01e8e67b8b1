import { dayInChina } from '../../../shared/day';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { CycleState } from './cycle-state';
import { firstReviewersOfReturn } from './first-reviewers';
import { JOINT_MEMBERS } from './joint-members';
import type { ReviewBody } from './review-bodies';
import { REPORT_ROUNDS, STAGES, type CycleStage } from './stages';

/** The days within which a stage is to be done, both included; counties are told only by when (`from` null). */
export interface Window {
  stage: CycleStage;
  /** `YYYY-MM-DD`. */
  from: string | null;
  to: string;
}

/** Something that somebody has to have done within a stage's window. */
export interface Duty {
  stage: CycleStage;
  /** A department by agency code, or a body of the review. */
  agencyCode: string | null;
  body: ReviewBody | null;
  /** When it was done; null while it is not. */
  doneAt: string | null;
}

/** A duty whose window passed before it was done (P12). */
export interface Late extends Duty {
  dueOn: string;
}

/** Windows of a cycle: one a stage, none ending before it begins, none before the stage it follows. */
export function checkWindows(windows: readonly Window[]): Outcome<null> {
  const order = Object.keys(STAGES);
  const sorted = windows.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
  for (const [i, { stage, from, to }] of sorted.entries()) {
    const before = sorted[i - 1];
    if (stage === 'PUBLISHED' || before?.stage === stage) return wrong(stage, `阶段“${STAGES[stage]}”的时限重复或不适用`);
    if (from !== null && from > to) return wrong(stage, `阶段“${STAGES[stage]}”的时限止日早于起日`);
    if (before && before.to > to) return wrong(stage, `阶段“${STAGES[stage]}”的时限早于前一阶段“${STAGES[before.stage]}”`);
  }
  return accept(null);
}

const wrong = (stage: CycleStage, message: string): Outcome<never> => refuse('WINDOWS_INVALID', 'P12', message, [{ path: 'windows', value: stage }]);

/**
 * P12: who missed which window, as it was known at `at`: what is not done though its last day is over, and what was
 * done after it. Days are China's.
 */
export function lateDuties(state: CycleState, at: string): Late[] {
  const due = new Map(state.windows.map(({ stage, to }) => [stage, to]));
  return dutiesOf(state).flatMap((duty) => {
    const dueOn = due.get(duty.stage);
    const doneAt = duty.doneAt !== null && duty.doneAt <= at ? duty.doneAt : null;
    return dueOn !== undefined && dayInChina(new Date(doneAt ?? at)) > dueOn ? [{ ...duty, doneAt, dueOn }] : [];
  });
}

/** Everything that the windows bind, in the order of the stages. */
export function dutiesOf(state: CycleState): Duty[] {
  const { departments, signatures, argumentation, legality, decision, published } = state;
  const returns = (stage: keyof typeof REPORT_ROUNDS): Duty[] =>
    Object.entries(departments).map(([agencyCode, department]) => ({ stage, agencyCode, body: null, doneAt: department.returns[REPORT_ROUNDS[stage]]?.at ?? null }));
  const of = (stage: CycleStage, body: ReviewBody, doneAt: string | null | undefined): Duty => ({ stage, agencyCode: null, body, doneAt: doneAt ?? null });
  return [
    ...returns('REPORT_1'),
    ...firstReviewsOf(state),
    ...returns('REPORT_2'),
    ...JOINT_MEMBERS.map((member) => of('JOINT_REVIEW', member, signatures[member]?.at)),
    ...returns('REPORT_3'),
    of('FINAL_REVIEW', 'REFORM_OFFICE', whenAll(Object.values(departments).filter(({ returns }) => (returns[3]?.items ?? 0) > 0).map(({ reviews }) => reviews[3]?.REFORM_OFFICE))),
    of('ARGUMENTATION', 'REFORM_OFFICE', argumentation?.at),
    of('LEGALITY_REVIEW', 'LEGAL_OFFICE', legality?.at),
    of('GOVERNMENT_DECISION', 'GOVERNMENT', decision?.at),
    of('PUBLICATION', 'GOVERNMENT_OFFICE', published?.at),
  ];
}

/** A first reviewer has done its part when every return of its categories has its opinion (P8). */
function firstReviewsOf({ departments, bodies }: CycleState): Duty[] {
  const given = new Map<ReviewBody, (string | undefined)[]>();
  for (const { returns, reviews } of Object.values(departments))
    for (const body of firstReviewersOfReturn(returns[1]?.categories ?? [], bodies)) given.set(body, [...(given.get(body) ?? []), reviews[1]?.[body]]);
  return [...given].map(([body, instants]) => ({ stage: 'REVIEW_1' as const, agencyCode: null, body, doneAt: whenAll(instants) }));
}

/** The last of these instants, null while one is missing or there is none at all. */
function whenAll(instants: readonly (string | undefined)[]): string | null {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === instants.length ? (known.toSorted().at(-1) ?? null) : null;
}
