import type { ClockFinding, Placed } from './case-event';
import { countDays } from './count-days';
import { dayNumberAt } from './day-number';
import type { ClockPolicy, Limit } from './limit';
import type { WorkingDays } from './working-days';

/** The limit in which an organ answers what came in, and what its silence means. */
export interface IntakeTerms {
  limit: Limit;
  /** 许可法 32(4): who is not told in time what to correct is accepted from the day the materials came in. */
  silenceAccepts: boolean;
}

/** How a case stands at the counter. Times are instants; the decision clock starts at `acceptedAt`. */
export interface Intake {
  /** When the materials now looked at came in, and when they were answered. */
  run: { startedAt: number; endedAt: number | null } | null;
  acceptedAt: number | null;
  acceptance: 'EXPRESS' | 'BY_SILENCE' | null;
  refusedAt: number | null;
  findings: ClockFinding[];
}

/** One notice names everything that is to be corrected (一次告知需要补正的全部内容). */
const NOTICES = 1;

/**
 * 许可法 32: what comes in is accepted, refused, or answered with **one** notice naming **everything** within the limit;
 * else it is accepted from the day it came in. The notice ends the run, the correction starts a new one; a second
 * notice ends nothing. What was accepted by silence cannot be accepted again, but intake may still be refused, which
 * ends the case. A decision on materials that nobody answered shows that they were accepted, with the day they came in.
 */
export function intakeOf(events: readonly Placed[], terms: IntakeTerms | null, now: number, calendar: WorkingDays, policy: ClockPolicy): Intake {
  const intake: Intake = { run: null, acceptedAt: null, acceptance: null, refusedAt: null, findings: [] };
  let notices = 0;

  const acceptAfterSilence = (at: number): void => {
    const { run } = intake;
    if (!terms?.silenceAccepts || intake.acceptedAt !== null || intake.refusedAt !== null || !run || run.endedAt !== null) return;
    const from = dayNumberAt(run.startedAt);
    const today = dayNumberAt(at);
    const { due } = countDays({ from, limits: [terms.limit], isStopped: () => false, asOf: from }, calendar, policy);
    if (today > due) Object.assign(intake, { acceptedAt: run.startedAt, acceptance: 'BY_SILENCE' });
  };
  const answer = (at: number): void => {
    if (intake.run) intake.run.endedAt ??= at;
  };
  const accept = (from: number, saidAt: number): void => {
    if (intake.acceptedAt === null && intake.refusedAt === null) Object.assign(intake, { acceptedAt: from, acceptance: 'EXPRESS' });
    answer(saidAt);
  };

  for (const event of events) {
    acceptAfterSilence(event.instant);
    switch (event.kind) {
      case 'RECEIVED':
        intake.run ??= { startedAt: event.instant, endedAt: null };
        break;
      case 'CORRECTION_REQUESTED':
        notices += 1;
        if (notices > NOTICES) intake.findings.push({ code: 'REPEATED_CORRECTION', rule: '许可法 32(4)', eventId: event.id });
        else answer(event.instant);
        break;
      case 'CORRECTED':
        // What is handed in after a notice without effect is looked at with what came in before.
        if (intake.acceptedAt === null && intake.run?.endedAt !== null) intake.run = { startedAt: event.instant, endedAt: null };
        break;
      case 'ACCEPTED':
        accept(event.instant, event.instant);
        break;
      case 'DECIDED':
        if (intake.run?.endedAt === null && event.outcome !== 'WITHDRAWN') accept(intake.run.startedAt, event.instant);
        answer(event.instant);
        break;
      case 'REFUSED_INTAKE':
        intake.refusedAt ??= event.instant;
        answer(event.instant);
        break;
      case 'DELIVERED':
      case 'EXTENDED':
      case 'SPECIAL_PROCEDURE_STARTED':
      case 'SPECIAL_PROCEDURE_ENDED':
      case 'STEP_STARTED':
      case 'STEP_COMPLETED':
        break;
    }
  }
  acceptAfterSilence(now);
  return intake;
}
