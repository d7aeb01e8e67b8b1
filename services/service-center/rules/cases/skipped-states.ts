import { moveOf } from './fold-case';
import { stateAfter, type CaseMove, type StateBefore } from './case-states';
import type { CaseEvent } from '../clock/case-event';

/** How far a case is in each state. */
const REACHED: Readonly<Record<StateBefore, number>> = {
  NONE: 0,
  RECEIVED: 1,
  CORRECTION_PENDING: 1,
  IN_PROGRESS: 2,
  SUSPENDED: 2,
  INTAKE_REFUSED: 3,
  GRANTED: 3,
  REFUSED: 3,
  WITHDRAWN: 3,
  DELIVERED: 4,
};

/** How far it must be for a move to be its turn. */
const NEEDED: Readonly<Record<CaseMove, number>> = {
  RECEIVED: 0,
  CORRECTION_REQUESTED: 1,
  CORRECTED: 1,
  ACCEPTED: 1,
  REFUSED_INTAKE: 1,
  STEP_STARTED: 1,
  STEP_COMPLETED: 1,
  SPECIAL_PROCEDURE_STARTED: 2,
  SPECIAL_PROCEDURE_ENDED: 2,
  EXTENDED: 2,
  DECIDED_GRANTED: 2,
  DECIDED_REFUSED: 2,
  DECIDED_WITHDRAWN: 1,
  DELIVERED: 3,
};

/** Events that came before their turn: a decision before acceptance, a delivery before the decision. `events` in order. */
export function skippedStates(events: readonly CaseEvent[]): { eventId: string; state: StateBefore; kind: CaseMove }[] {
  let state = 'NONE' as StateBefore;
  const skipped: { eventId: string; state: StateBefore; kind: CaseMove }[] = [];
  for (const event of events) {
    const kind = moveOf(event);
    if (REACHED[state] < NEEDED[kind]) skipped.push({ eventId: event.id, state, kind });
    state = stateAfter(state, kind).state;
  }
  return skipped;
}
