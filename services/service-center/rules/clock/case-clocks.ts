import { inOrder, type CaseEvent, type ClockFinding, type Placed } from './case-event';
import { readClock, type Clock, type ClockRun } from './clock';
import { dayNumber, dayNumberAt, dayText, type Day } from './day-number';
import { extensionOf, type Extension } from './extension';
import { intakeOf, type Intake } from './intake';
import type { ClockTerms } from './clock-terms';
import { stopsOf, type Stop } from './stops';
import type { WorkingDays } from './working-days';

/** Every clock of a case at a moment; null where a clock has not started or no limit is set. */
export interface CaseClocks {
  /** The day the case counts as accepted, and whether it was said or follows from silence (许可法 32(4)). */
  acceptedOn: Day | null;
  acceptance: Intake['acceptance'];
  /** Time to answer what came in, of the materials handed in last. */
  intake: Clock | null;
  /** Time to decide by the law, and as promised: never later than the law's. */
  statutory: Clock | null;
  promised: Clock | null;
  /** Time to deliver the decision, a clock of its own (许可法 44). */
  delivery: Clock | null;
  /** Steps that have begun, by their order in the guide. */
  steps: ReadonlyMap<number, Clock>;
  findings: ClockFinding[];
}

/** Folds a case's events into its clocks at `now`. Pure; the order in which events arrived does not matter. */
export function caseClocks(events: readonly CaseEvent[], terms: ClockTerms, calendar: WorkingDays, now: Date): CaseClocks {
  const moment = now.getTime();
  const past = inOrder(events, moment);
  const { policy } = terms;
  const read = (run: ClockRun, at = moment): Clock => readClock(run, at, calendar, policy);
  const intake = intakeOf(past, terms.intake, moment, calendar, policy);
  const { stops, findings: stopFindings } = stopsOf(past, policy);
  const decided = past.find(({ kind }) => kind === 'DECIDED');
  const endedAt = decided?.instant ?? intake.refusedAt;
  const decision =
    intake.acceptedAt === null ? null : readDecision(past, terms, { startedAt: intake.acceptedAt, endedAt, stops }, read, moment);
  return {
    acceptedOn: intake.acceptedAt === null ? null : dayText(dayNumberAt(intake.acceptedAt)),
    acceptance: intake.acceptance,
    intake: intake.run && terms.intake ? read({ ...intake.run, limits: [terms.intake.limit], stops: [] }) : null,
    statutory: decision?.statutory ?? null,
    promised: decision?.promised ?? null,
    delivery: readDelivery(past, terms, read),
    steps: readSteps(past, terms, endedAt, stops, read),
    findings: [...intake.findings, ...stopFindings, ...(decision?.findings ?? [])],
  };
}

type Read = (run: ClockRun, at?: number) => Clock;
type Deciding = Omit<ClockRun, 'limits'>;

/** 许可法 42, 43, 45: the law's clock and the promise, both stopped by special procedures. */
function readDecision(past: readonly Placed[], terms: ClockTerms, deciding: Deciding, read: Read, now: number) {
  const lawful = terms.statutory ?? terms.promised;
  if (lawful === null) return null;
  const dueAsOf = (limit: typeof lawful) => (at: number) => dayNumber(read({ ...deciding, limits: [limit] }, at).dueOn);
  const running = past.filter(({ instant }) => deciding.endedAt === null || instant <= deciding.endedAt);
  const { extension, findings } = extensionOf(running, terms.extension, dueAsOf(lawful), now);
  const extended = (limit: typeof lawful, by: Extension | null): Clock =>
    read({ ...deciding, limits: by === null ? [limit] : [limit, by.by] });
  const statutory = terms.statutory && extended(terms.statutory, extension);
  const { promised: promise } = terms;
  const moves =
    extension !== null && promise !== null && terms.policy.extensionMovesPromise && dayNumberAt(extension.madeAt) <= dueAsOf(promise)(extension.madeAt);
  const promised = promise && extended(promise, moves ? extension : null);
  return { statutory, promised: promised && statutory ? earlier(promised, statutory) : promised, findings };
}

/** 承诺期限不得超过法定期限: where a promise would outlast the law, the law's clock is the promise's. */
const earlier = (promised: Clock, statutory: Clock): Clock => (promised.dueAt <= statutory.dueAt ? promised : statutory);

/** 许可法 44: from the decision, until it is in the applicant's hands. What was withdrawn is not delivered. */
function readDelivery(past: readonly Placed[], { delivery, policy }: ClockTerms, read: Read): Clock | null {
  const decided = past.find((event) => event.kind === 'DECIDED');
  if (delivery === null || decided?.kind !== 'DECIDED' || decided.outcome === 'WITHDRAWN') return null;
  if (decided.outcome === 'REFUSED' && !policy.refusalIsDelivered) return null;
  const delivered = past.find(({ kind, instant }) => kind === 'DELIVERED' && instant >= decided.instant);
  return read({ startedAt: decided.instant, endedAt: delivered?.instant ?? null, limits: [delivery], stops: [] });
}

/** A step runs from its last start to its completion, or to the end of the case. */
function readSteps(past: readonly Placed[], { steps }: ClockTerms, endedAt: number | null, stops: readonly Stop[], read: Read) {
  const clocks = new Map<number, Clock>();
  for (const [step, limit] of steps) {
    const started = past.findLast((event) => event.kind === 'STEP_STARTED' && event.step === step);
    if (!started) continue;
    const completed = past.find(
      (event) => event.kind === 'STEP_COMPLETED' && event.step === step && event.instant >= started.instant,
    );
    clocks.set(step, read({ startedAt: started.instant, endedAt: completed?.instant ?? endedAt, limits: [limit], stops }));
  }
  return clocks;
}
