import { SPECIAL_PROCEDURES } from '../vocabulary';
import { instantOf, type CaseEvent, type ClockFinding, type Placed } from './case-event';
import { dayNumberAt, type DayNumber } from './day-number';
import type { ClockPolicy } from './limit';

/** A time not counted, in milliseconds; `until` is infinite while the procedure goes on. */
export interface Stop {
  from: number;
  until: number;
}

type Started = Placed<Extract<CaseEvent, { kind: 'SPECIAL_PROCEDURE_STARTED' }>>;

/**
 * 许可法 45: hearing, tender, auction, inspection, testing, quarantine, appraisal and expert review are not counted, the
 * applicant being told in writing of the time needed. The list is closed: nothing else stops the clock, and before the
 * notice it runs on. Events come in order; an end that does not
 * say what it ends closes the earliest procedure of its kind that is open.
 */
export function stopsOf(events: readonly Placed[], policy: ClockPolicy): { stops: Stop[]; findings: ClockFinding[] } {
  const stops: Stop[] = [];
  const findings: ClockFinding[] = [];
  let open: { id: string; procedure: string; stop: Stop }[] = [];
  for (const event of events) {
    if (event.kind === 'SPECIAL_PROCEDURE_STARTED') {
      const fault = faultOf(event, policy);
      const stop = { from: stopsFrom(event, policy), until: Number.POSITIVE_INFINITY };
      open.push({ id: event.id, procedure: event.procedure, stop });
      if (fault === null) stops.push(stop);
      else findings.push(fault);
    } else if (event.kind === 'SPECIAL_PROCEDURE_ENDED') {
      const { procedure, startId } = event;
      const ended = open.find((started) => (startId === null ? started.procedure === procedure : started.id === startId));
      if (ended) ended.stop.until = event.instant;
      open = open.filter((started) => started !== ended);
    }
  }
  return { stops: stops.filter(({ from, until }) => until > from), findings };
}

/** From the procedure's start, or from the notice if that came later. */
const stopsFrom = ({ instant, noticedAt }: Started, { stopNeedsNotice }: ClockPolicy): number =>
  stopNeedsNotice && noticedAt !== null ? Math.max(instant, instantOf(noticedAt)) : instant;

function faultOf({ id, procedure, noticedAt }: Started, { stopNeedsNotice }: ClockPolicy): ClockFinding | null {
  if (!Object.hasOwn(SPECIAL_PROCEDURES, procedure)) return { code: 'PROCEDURE_NOT_ON_CLOSED_LIST', rule: '许可法 45', eventId: id };
  if (stopNeedsNotice && noticedAt === null) return { code: 'PROCEDURE_WITHOUT_NOTICE', rule: '许可法 45', eventId: id };
  return null;
}

/**
 * Whether a clock in days stands still on a day. Like a clock, a stop does not count the day it starts on: one that
 * ends the same day saves nothing, and what was used before it is kept (暂停不重新计算). What comes after `today` is not
 * known yet: a procedure that goes on stops the clock up to today.
 */
export function stoppedDays(stops: readonly Stop[], today: DayNumber): (day: DayNumber) => boolean {
  const spans = stops.map(({ from, until }) => ({ after: dayNumberAt(from), to: Math.min(dayNumberAt(until), today) }));
  return (day) => spans.some(({ after, to }) => day > after && day <= to);
}

/**
 * How long (milliseconds) a clock in hours stands still before `running` milliseconds of it have run; stops that
 * overlap count once, one that goes on counts up to `asOf`.
 */
export function stoppedTime(stops: readonly Stop[], startedAt: number, running: number, asOf: number): number {
  let [stopped, reached] = [0, startedAt];
  for (const { from, until } of stops.toSorted((a, b) => a.from - b.from)) {
    if (from - startedAt - stopped >= running && from > reached) break;
    const end = Math.min(until, asOf);
    stopped += Math.max(0, end - Math.max(from, reached));
    reached = Math.max(reached, end);
  }
  return stopped;
}
