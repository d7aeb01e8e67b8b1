import type { TimeLimit } from './guide-document';

/** How many calendar days a limit may take. */
interface Span {
  shortest: number;
  longest: number;
}

type Amount = Pick<TimeLimit, 'value' | 'unit'>;

/** Time added up by what it counts: so many working days and so many hours. */
export type Spent = Readonly<Partial<Record<TimeLimit['unit'], number>>>;

/**
 * The calendar days a limit spans, from the day after a working day on (the start day is not counted), over ordinary
 * weeks of five working days. Public holidays are not counted here: they differ by year, and the clock of a case never
 * lets a due date pass the statutory one.
 */
function spanOf({ value, unit }: Amount): Span {
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

/** In one unit the numbers decide; across units the longest it may take must fit the shortest that the limit may give. */
export function fitsWithin(spent: Spent, limit: Amount): boolean {
  const amounts = (Object.entries(spent) as [TimeLimit['unit'], number][]).map(([unit, value]) => ({ unit, value }));
  if (amounts.every(({ unit }) => unit === limit.unit)) return amounts.every(({ value }) => value <= limit.value);
  return amounts.reduce((days, amount) => days + spanOf(amount).longest, 0) <= spanOf(limit).shortest;
}
