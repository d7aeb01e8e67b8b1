import { addMonths, type DayNumber } from './day-number';
import type { ClockPolicy, Limit } from './limit';
import type { WorkingDays } from './working-days';

/** What a clock in days counts: limits one after another from a day on, without the days on which it is stopped. */
export interface DayCount {
  from: DayNumber;
  limits: readonly Limit[];
  isStopped: (day: DayNumber) => boolean;
  /** Up to which day, itself included, days are used. */
  asOf: DayNumber;
}

export interface CountedDays {
  due: DayNumber;
  /** The due date rests on days whose working calendar is not published. */
  provisional: boolean;
  /** Days the limits give, and how many of them are used; more are used than given when it is late. */
  limit: number;
  used: number;
}

/**
 * Counts a limit (许可法 82): working days leave out statutory holidays and take in make-up workdays; calendar days and
 * months run through, and an end on a day of rest moves to the next working day (民法典 201–203). Months become days
 * once, where they begin, so that a stopped clock keeps what it used. The days over which the end moves use up nothing.
 */
export function countDays({ from, limits, isStopped, asOf }: DayCount, calendar: WorkingDays, policy: ClockPolicy): CountedDays {
  let day = policy.startDayCounted ? from - 1 : from;
  let [limit, used, provisional] = [0, 0, false];
  const counts = (unit: Limit['unit'], on: DayNumber): boolean =>
    !isStopped(on) && (unit !== 'WORKING_DAY' || calendar.isWorkingDay(on));
  for (const part of limits) {
    const days = daysOf(part, day, policy);
    limit += days;
    for (let left = days; left > 0; ) {
      day += 1;
      if (part.unit === 'WORKING_DAY' && !calendar.isPublished(day)) provisional = true;
      if (!counts(part.unit, day)) continue;
      left -= 1;
      if (day <= asOf) used += 1;
    }
  }
  const due = policy.restDayMovesEnd ? nextWorkingDay(day, calendar) : day;
  for (let late = due + 1; late <= asOf; late += 1) if (counts(limits.at(-1)?.unit ?? 'CALENDAR_DAY', late)) used += 1;
  if (policy.restDayMovesEnd && (!calendar.isPublished(day) || !calendar.isPublished(due))) provisional = true;
  return { due, provisional, limit, used };
}

/** How many days a limit counts; `before` is the day before its first. Hours beside days count as days begun. */
function daysOf({ value, unit }: Limit, before: DayNumber, { startDayCounted }: ClockPolicy): number {
  if (unit === 'HOUR') return Math.ceil(value / 24);
  if (unit !== 'MONTH') return value;
  if (!startDayCounted) return addMonths(before, value).day - before;
  const end = addMonths(before + 1, value);
  return end.day - before - (end.corresponds ? 1 : 0);
}

/** The day itself or, if it is one of rest, the next working day. */
function nextWorkingDay(day: DayNumber, calendar: WorkingDays): DayNumber {
  let next = day;
  while (!calendar.isWorkingDay(next)) next += 1;
  return next;
}
