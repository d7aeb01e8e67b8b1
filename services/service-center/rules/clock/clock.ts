import { countDays } from './count-days';
import { dayNumberAt, dayText, endOfDay, type Day } from './day-number';
import type { ClockPolicy, Limit } from './limit';
import { stoppedDays, stoppedTime, type Stop } from './stops';
import type { WorkingDays } from './working-days';

/** What a clock measures: from when, until when if it has ended, which limits, and when it stood still. */
export interface ClockRun {
  startedAt: number;
  endedAt: number | null;
  limits: readonly Limit[];
  stops: readonly Stop[];
}

/** One clock at a moment. Days are of its own kind: working days, or calendar days (also of limits in months and hours). */
export interface Clock {
  startedOn: Day;
  /** Day of the event that ended it; null while it runs. */
  endedOn: Day | null;
  /** Last day of the limit. While the clock is stopped it is what it would be if the procedure ended now. */
  dueOn: Day;
  /** The moment the limit runs out, ISO 8601: 24:00 of its last day in China, or the very hour of a limit in hours. */
  dueAt: string;
  /** The due date rests on days beyond the published calendar. */
  provisional: boolean;
  counts: 'WORKING_DAY' | 'CALENDAR_DAY';
  /** Days the limit gives, extension included; `daysUsed + daysLeft` is always this. */
  limit: number;
  /** Days used, today included; the start day and days of a special procedure are not among them. */
  daysUsed: number;
  /** 0 on the last day, negative when late. */
  daysLeft: number;
  /** A special procedure is going on (许可法 45). */
  suspended: boolean;
  /** It ended, or now is, after the limit ran out. */
  overdue: boolean;
}

const HOUR = 3_600_000;

/** Reads a clock at `now`. A limit all in hours runs by the hour, any other by the day. */
export function readClock(run: ClockRun, now: number, calendar: WorkingDays, policy: ClockPolicy): Clock {
  const asOf = Math.min(run.endedAt ?? now, now);
  const ended = run.endedAt !== null && run.endedAt <= now;
  const inHours = run.limits.every(({ unit }) => unit === 'HOUR');
  const read = inHours ? readHours(run, asOf) : readDays(run, asOf, calendar, policy);
  return {
    startedOn: dayText(dayNumberAt(run.startedAt)),
    endedOn: ended ? dayText(dayNumberAt(asOf)) : null,
    ...read,
    daysLeft: read.limit - read.daysUsed,
    suspended: !ended && run.stops.some(({ from, until }) => from <= asOf && until > asOf),
  };
}

type Reading = Omit<Clock, 'startedOn' | 'endedOn' | 'daysLeft' | 'suspended'>;

function readDays({ startedAt, limits, stops }: ClockRun, asOf: number, calendar: WorkingDays, policy: ClockPolicy): Reading {
  const today = dayNumberAt(asOf);
  const counted = countDays({ from: dayNumberAt(startedAt), limits, isStopped: stoppedDays(stops, today), asOf: today }, calendar, policy);
  const dueOn = dayText(counted.due);
  return {
    dueOn,
    dueAt: endOfDay(dueOn),
    provisional: counted.provisional,
    counts: limits[0]?.unit === 'WORKING_DAY' ? 'WORKING_DAY' : 'CALENDAR_DAY',
    limit: counted.limit,
    daysUsed: counted.used,
    overdue: today > counted.due,
  };
}

/** Hours run day and night from the hour of the event (民法典 201¶2); for counting, a day is 24 hours begun. */
function readHours({ startedAt, limits, stops }: ClockRun, asOf: number): Reading {
  const given = limits.reduce((hours, { value }) => hours + value, 0) * HOUR;
  const due = startedAt + given + stoppedTime(stops, startedAt, given, asOf);
  const used = Math.max(0, asOf - startedAt - stoppedTime(stops, startedAt, Number.POSITIVE_INFINITY, asOf));
  return {
    dueOn: dayText(dayNumberAt(due)),
    dueAt: new Date(due).toISOString(),
    provisional: false,
    counts: 'CALENDAR_DAY',
    limit: Math.ceil(given / HOUR / 24),
    daysUsed: Math.ceil(used / HOUR / 24),
    overdue: asOf > due,
  };
}
