import type { CaseEvent, DecisionOutcome, Placed } from '../clock/case-event';
import { inOrder } from '../clock/case-event';
import { caseClocks, type CaseClocks } from '../clock/case-clocks';
import type { Clock } from '../clock/clock';
import type { ClockTerms } from '../clock/clock-terms';
import { dayNumberAt, dayText, type Day } from '../clock/day-number';
import type { WorkingDays } from '../clock/working-days';
import { isOpen, stateAfter, type CaseMove, type CaseState, type StateBefore } from './case-states';

/** A case at a moment: where it stands and when it is due. What is stored of it, and nothing else is. */
export interface FoldedCase<Event extends CaseEvent = CaseEvent> {
  state: CaseState;
  open: boolean;
  /** When it was handed in; of a case whose receipt was never reported, its first event. */
  receivedAt: string;
  acceptedOn: Day | null;
  decidedAt: string | null;
  outcome: DecisionOutcome | null;
  deliveredAt: string | null;
  /** Last day to decide: the promise, never later than the law; null before acceptance and where no limit is set. */
  dueOn: Day | null;
  dueProvisional: boolean;
  promisedDueOn: Day | null;
  statutoryDueOn: Day | null;
  /** Last day to answer what came in; null once it is answered. */
  intakeDueOn: Day | null;
  daysUsed: number;
  /** Null while undecided, of what was withdrawn, and where no limit is set. */
  onTime: boolean | null;
  suspended: boolean;
  eventCount: number;
  lastEventAt: string;
  /** Events that could not have happened when they did. */
  impossible: string[];
  clocks: CaseClocks;
  /** What has happened by then, in order. */
  past: readonly Placed<Event>[];
}

export const moveOf = (event: CaseEvent): CaseMove => (event.kind === 'DECIDED' ? `DECIDED_${event.outcome}` : event.kind);

/** Folds all events of a case, in whatever order they arrived, into its state and clocks at `now`. Pure. */
export function foldCase<Event extends CaseEvent>(events: readonly Event[], terms: ClockTerms, calendar: WorkingDays, now: Date): FoldedCase<Event> {
  const past = inOrder(events, now.getTime());
  const [first] = past;
  const last = past.at(-1);
  if (!first || !last) throw new Error('a case has at least one event');
  const { state, impossible } = foldState(past);
  const clocks = caseClocks(events, terms, calendar, now);
  const decided = past.find((event) => event.kind === 'DECIDED');
  const limit = effectiveClock(clocks);
  return {
    state,
    open: isOpen(state),
    receivedAt: (past.find(({ kind }) => kind === 'RECEIVED') ?? first).at,
    acceptedOn: clocks.acceptedOn,
    decidedAt: decided?.at ?? null,
    outcome: decided?.kind === 'DECIDED' ? decided.outcome : null,
    deliveredAt: past.find(({ kind }) => kind === 'DELIVERED')?.at ?? null,
    dueOn: limit?.dueOn ?? null,
    dueProvisional: limit?.provisional ?? false,
    promisedDueOn: clocks.promised?.dueOn ?? null,
    statutoryDueOn: clocks.statutory?.dueOn ?? null,
    intakeDueOn: intakeDue(clocks, state),
    daysUsed: limit?.daysUsed ?? 0,
    onTime: decided?.kind !== 'DECIDED' || decided.outcome === 'WITHDRAWN' || limit === null ? null : !limit.overdue,
    suspended: limit?.suspended ?? false,
    eventCount: past.length,
    lastEventAt: last.at,
    impossible,
    clocks,
    past: past as unknown as Placed<Event>[],
  };
}

/** The clock a case is held to: its promise, which is never due after the law, else the law's. */
export const effectiveClock = ({ promised, statutory }: CaseClocks): Clock | null => promised ?? statutory;

const intakeDue = ({ intake, acceptedOn }: CaseClocks, state: CaseState): Day | null =>
  state === 'RECEIVED' && acceptedOn === null && intake?.endedOn === null ? intake.dueOn : null;

/** Where the events lead, one after another; a case is suspended until the last special procedure has ended. */
export function foldState(past: readonly Placed[]): { state: CaseState; impossible: string[] } {
  let state = 'NONE' as StateBefore;
  let procedures = 0;
  const impossible: string[] = [];
  for (const event of past) {
    const after = stateAfter(state, moveOf(event));
    if (!after.possible) impossible.push(event.id);
    if (event.kind === 'SPECIAL_PROCEDURE_STARTED') procedures += 1;
    if (event.kind === 'SPECIAL_PROCEDURE_ENDED') procedures = Math.max(0, procedures - 1);
    state = after.state === 'IN_PROGRESS' && state === 'SUSPENDED' && procedures > 0 ? 'SUSPENDED' : after.state;
  }
  return { state: state === 'NONE' ? 'RECEIVED' : state, impossible };
}

/** The day in China of an instant, without the cost of `Intl`. */
export const dayOf = (at: string): Day => dayText(dayNumberAt(Date.parse(at)));

/** When a case is looked at: now, or just after what is recorded, since a counter's clock may be a little ahead of ours. */
export const asOf = (now: Date, events: readonly { at: string }[]): Date =>
  new Date(events.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), now.getTime()));
