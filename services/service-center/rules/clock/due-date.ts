import { countDays } from './count-days';
import { dayNumber, dayText, type Day } from './day-number';
import { USUAL_POLICY, type ClockPolicy, type Limit } from './limit';
import type { WorkingDays } from './working-days';

/** When a limit ends, and whether the calendar may still move it. */
export interface DueDate {
  dueOn: Day;
  provisional: boolean;
}

const neverStopped = (): boolean => false;

/**
 * When a limit that starts on a day ends, if nothing stops it (许可法 82; 民法典 201–203). Working days end on a working
 * day; calendar days and months move there from a day of rest. Hours run day and night from the hour of the event and
 * are not moved: of a day alone, the latest on which they can end is told. Pure: the answer of today's calendar.
 */
export function dueDateOf(startedOn: Day, limit: Limit, calendar: WorkingDays, policy: ClockPolicy = USUAL_POLICY): DueDate {
  const from = dayNumber(startedOn);
  if (limit.unit === 'HOUR') return { dueOn: dayText(from + Math.ceil(limit.value / 24)), provisional: false };
  const { due, provisional } = countDays({ from, limits: [limit], isStopped: neverStopped, asOf: from }, calendar, policy);
  return { dueOn: dayText(due), provisional };
}
