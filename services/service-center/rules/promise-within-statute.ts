import type { TimeLimit } from './guide-document';

/** How many calendar days a limit may take. */
interface Span {
  shortest: number;
  longest: number;
}

/**
 * The calendar days a limit spans, from the day after a working day on (the start day is not counted), over ordinary
 * weeks of five working days. Public holidays are not counted here: they differ by year, and the clock of a case never
 * lets a due date pass the statutory one.
 */
function spanOf({ value, unit }: Pick<TimeLimit, 'value' | 'unit'>): Span {
  switch (unit) {
    case 'HOUR':
      return { shortest: value / 24, longest: value / 24 };
    case 'CALENDAR_DAY':
      return { shortest: value, longest: value };
    case 'WORKING_DAY':
      return { shortest: value + 2 * Math.floor(value / 5), longest: value + 2 * Math.ceil(value / 5) };
    case 'MONTH':
      return monthSpan(value);
  }
}

/** Months differ: the shortest and longest run of so many months, over four years with a leap day. */
function monthSpan(months: number): Span {
  const days = Array.from({ length: 48 }, (_, start) => (Date.UTC(2001, start + months) - Date.UTC(2001, start)) / 86_400_000);
  return { shortest: Math.min(...days), longest: Math.max(...days) };
}

/**
 * The promised limit may not exceed the statutory one (承诺期限不得超过法定期限). In one unit the numbers decide; across
 * units the longest the promise may take must fit the shortest the law may give.
 */
export function isPromiseWithinStatute(promised: TimeLimit | null, statutory: TimeLimit | null): boolean {
  if (promised === null || statutory === null) return true;
  if (promised.unit === statutory.unit) return promised.value <= statutory.value;
  return spanOf(promised).longest <= spanOf(statutory).shortest;
}
