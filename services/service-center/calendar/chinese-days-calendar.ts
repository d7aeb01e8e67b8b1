import { readFileSync } from 'node:fs';
import { dayNumber, dayText, isWeekend, type Day, type DayNumber } from '../rules/clock/day-number';
import type { WorkingDays } from '../rules/clock/working-days';

export const CALENDAR_DAY_KINDS = { WORKDAY: '调休上班', HOLIDAY: '放假' } as const;
export type CalendarDayKind = keyof typeof CALENDAR_DAY_KINDS;

/** A day of our own table: what a State Council notice says of it, over whatever the package says. */
export interface CalendarDay {
  day: Day;
  kind: CalendarDayKind;
}

/** First year whose every day the package was found to agree on with the State Council's notices. */
const FIRST_YEAR = 2007;

/**
 * The package's data, read instead of asked through its functions: those count in the server's time zone, and west of
 * Greenwich a quarter of their answers are wrong.
 */
function readPackage(): ReadonlyMap<DayNumber, CalendarDayKind> {
  const file = require.resolve('chinese-days/dist/chinese-days.json');
  const { holidays, workdays } = JSON.parse(readFileSync(file, 'utf8')) as { [list: string]: Record<Day, string> };
  const of = (list: Record<Day, string> | undefined, kind: CalendarDayKind) =>
    Object.keys(list ?? {}).map((day) => [dayNumber(day), kind] as const);
  return new Map([...of(holidays, 'HOLIDAY'), ...of(workdays, 'WORKDAY')]);
}

let fromPackage: ReadonlyMap<DayNumber, CalendarDayKind> | undefined;

/**
 * The working calendar of npm `chinese-days`, with our table on top. A year is published when its New Year's Day is
 * named, and the published calendar ends with the first year that is not. A day nobody names is worked unless it is a
 * Saturday or Sunday, which for an unpublished year is a guess.
 */
export function chineseDaysCalendar(table: readonly CalendarDay[] = []): WorkingDays {
  const base = (fromPackage ??= readPackage());
  const ours = new Map(table.map(({ day, kind }) => [dayNumber(day), kind]));
  const kindOf = (day: DayNumber): CalendarDayKind | undefined => ours.get(day) ?? base.get(day);
  let year = FIRST_YEAR;
  while (kindOf(dayNumber(`${year + 1}-01-01`)) === 'HOLIDAY') year += 1;
  const [from, until] = [dayNumber(`${FIRST_YEAR}-01-01`), dayNumber(`${year}-12-31`)];
  return {
    isWorkingDay(day) {
      const kind = kindOf(day);
      return kind === undefined ? !isWeekend(day) : kind === 'WORKDAY';
    },
    isPublished: (day) => day >= from && day <= until,
    publishedUntil: dayText(until),
  };
}
