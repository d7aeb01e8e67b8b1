import type { Day, DayNumber } from './day-number';

/**
 * Which days are worked, as the clock asks it: statutory holidays are not, make-up workdays are (许可法 82). Beyond the
 * published calendar an answer is a guess from the weekday, and what rests on it is provisional.
 */
export interface WorkingDays {
  isWorkingDay(day: DayNumber): boolean;
  /** Whether the State Council has published how this day is worked, and the hub knows it. */
  isPublished(day: DayNumber): boolean;
  /** Last day of the published calendar. */
  readonly publishedUntil: Day;
}

/** The working day so many working days before a day, itself not counted. */
export function workingDaysBefore(day: DayNumber, count: number, calendar: WorkingDays): DayNumber {
  let earlier = day;
  for (let left = count; left > 0; ) {
    earlier -= 1;
    if (calendar.isWorkingDay(earlier)) left -= 1;
  }
  return earlier;
}
