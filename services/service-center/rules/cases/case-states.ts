import type { CaseEventKind, DecisionOutcome } from '../clock/case-event';

/** States of a case (办件状态). */
export const CASE_STATES = {
  RECEIVED: '已收件',
  CORRECTION_PENDING: '待补正',
  IN_PROGRESS: '已受理，办理中',
  SUSPENDED: '特别程序中，不计时',
  INTAKE_REFUSED: '不予受理',
  GRANTED: '已准予，待送达',
  REFUSED: '已不予许可，待送达',
  WITHDRAWN: '申请人撤回',
  DELIVERED: '已送达，办结',
} as const;
export type CaseState = keyof typeof CASE_STATES;

/** Before anything is known of a case. Never stored. */
export type StateBefore = CaseState | 'NONE';

/** What can happen to a case: the kinds of events, decisions by their outcome. */
export type CaseMove = Exclude<CaseEventKind, 'DECIDED'> | `DECIDED_${DecisionOutcome}`;

/** Where a move leads; null: it cannot be made. */
type Row = Readonly<Record<CaseMove, CaseState | null>>;

const NOTHING: Row = {
  RECEIVED: null,
  CORRECTION_REQUESTED: null,
  CORRECTED: null,
  ACCEPTED: null,
  REFUSED_INTAKE: null,
  STEP_STARTED: null,
  STEP_COMPLETED: null,
  SPECIAL_PROCEDURE_STARTED: null,
  SPECIAL_PROCEDURE_ENDED: null,
  EXTENDED: null,
  DECIDED_GRANTED: null,
  DECIDED_REFUSED: null,
  DECIDED_WITHDRAWN: null,
  DELIVERED: null,
};

/**
 * The state machine of a case. Materials may follow while it is handled (容缺), steps of a guide may come before
 * acceptance and after the decision, an applicant may withdraw until there is a decision. What was refused, withdrawn or
 * delivered is over. Several special procedures may go on at once: the case is suspended until the last of them ends.
 */
export const NEXT_STATE: Readonly<Record<StateBefore, Row>> = {
  NONE: { ...NOTHING, RECEIVED: 'RECEIVED' },
  RECEIVED: {
    ...NOTHING,
    CORRECTION_REQUESTED: 'CORRECTION_PENDING',
    CORRECTED: 'RECEIVED',
    ACCEPTED: 'IN_PROGRESS',
    REFUSED_INTAKE: 'INTAKE_REFUSED',
    STEP_STARTED: 'RECEIVED',
    STEP_COMPLETED: 'RECEIVED',
    DECIDED_WITHDRAWN: 'WITHDRAWN',
  },
  CORRECTION_PENDING: { ...NOTHING, CORRECTED: 'RECEIVED', REFUSED_INTAKE: 'INTAKE_REFUSED', DECIDED_WITHDRAWN: 'WITHDRAWN' },
  IN_PROGRESS: {
    ...NOTHING,
    CORRECTED: 'IN_PROGRESS',
    STEP_STARTED: 'IN_PROGRESS',
    STEP_COMPLETED: 'IN_PROGRESS',
    SPECIAL_PROCEDURE_STARTED: 'SUSPENDED',
    EXTENDED: 'IN_PROGRESS',
    DECIDED_GRANTED: 'GRANTED',
    DECIDED_REFUSED: 'REFUSED',
    DECIDED_WITHDRAWN: 'WITHDRAWN',
  },
  SUSPENDED: {
    ...NOTHING,
    CORRECTED: 'SUSPENDED',
    STEP_STARTED: 'SUSPENDED',
    STEP_COMPLETED: 'SUSPENDED',
    SPECIAL_PROCEDURE_STARTED: 'SUSPENDED',
    SPECIAL_PROCEDURE_ENDED: 'IN_PROGRESS',
    EXTENDED: 'SUSPENDED',
    DECIDED_WITHDRAWN: 'WITHDRAWN',
  },
  GRANTED: { ...NOTHING, STEP_STARTED: 'GRANTED', STEP_COMPLETED: 'GRANTED', DELIVERED: 'DELIVERED' },
  REFUSED: { ...NOTHING, STEP_STARTED: 'REFUSED', STEP_COMPLETED: 'REFUSED', DELIVERED: 'DELIVERED' },
  INTAKE_REFUSED: NOTHING,
  WITHDRAWN: NOTHING,
  DELIVERED: { ...NOTHING, STEP_COMPLETED: 'DELIVERED' },
};

/**
 * Facts are facts: where a move that happened could not have been made, the state that the event itself is witness of;
 * null: it is witness of none, and the state stays.
 */
const WITNESSED: Row = {
  ...NOTHING,
  RECEIVED: null,
  CORRECTION_REQUESTED: null,
  ACCEPTED: 'IN_PROGRESS',
  SPECIAL_PROCEDURE_STARTED: 'SUSPENDED',
  REFUSED_INTAKE: 'INTAKE_REFUSED',
  DECIDED_GRANTED: 'GRANTED',
  DECIDED_REFUSED: 'REFUSED',
  DECIDED_WITHDRAWN: 'WITHDRAWN',
  DELIVERED: 'DELIVERED',
};

/** Until when a case is open: nothing was decided, refused or withdrawn. */
export const OPEN_STATES: ReadonlySet<CaseState> = new Set(['RECEIVED', 'CORRECTION_PENDING', 'IN_PROGRESS', 'SUSPENDED']);

export const isOpen = (state: CaseState): boolean => OPEN_STATES.has(state);

/** Where a case stands after a fact, and whether it could have happened then. What is over stays over. */
export function stateAfter(before: StateBefore, move: CaseMove): { state: CaseState; possible: boolean } {
  const next = NEXT_STATE[before][move];
  if (next !== null) return { state: next, possible: true };
  if (before === 'NONE') return { state: WITNESSED[move] ?? 'RECEIVED', possible: false };
  return { state: isOpen(before) ? (forward(before, WITNESSED[move]) ?? before) : before, possible: false };
}

/** What is accepted is not accepted again: only what leads on is believed. */
const forward = (before: CaseState, witnessed: CaseState | null): CaseState | null =>
  before === 'SUSPENDED' && witnessed === 'IN_PROGRESS' ? null : witnessed;
