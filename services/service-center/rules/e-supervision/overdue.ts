import type { Clock } from '../clock/clock';
import { dayNumber, dayText, type Day } from '../clock/day-number';
import type { Finding } from './signal';

/** A clock that ran past its limit, whether it has ended or not: found on the day after the last. */
export const overdueFinding = (clock: Clock, cause: string, rule: string, numbers: Record<string, string | number> = {}): Finding => ({
  cause,
  eventId: null,
  rule,
  numbers: { ...numbers, daysUsed: clock.daysUsed, limit: clock.limit, daysLate: -clock.daysLeft, dueOn: clock.dueOn },
  occurredOn: dayAfter(clock.dueOn),
});

const dayAfter = (day: Day): Day => dayText(dayNumber(day) + 1);
