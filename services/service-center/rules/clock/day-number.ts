/** A calendar day as text, `YYYY-MM-DD`. */
export type Day = string;
/** The same day as a number, counted from 1970-01-01: what the clock calculates with. */
export type DayNumber = number;

const DAY = 86_400_000;
/** China keeps one time all year (its summer time of 1986–1991 is before any case here). */
const CHINA = 8 * 3_600_000;

export const dayNumber = (day: Day): DayNumber => Date.parse(`${day}T00:00:00Z`) / DAY;

/** Days already written: a run over all cases writes the same few hundred again and again. Bounded. */
const written = new Map<DayNumber, Day>();
const MOST_WRITTEN = 20_000;

export function dayText(day: DayNumber): Day {
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY).toISOString().slice(0, -14);
  if (written.size < MOST_WRITTEN) written.set(day, text);
  return text;
}

/** The day in China on which an instant (milliseconds) falls. */
export const dayNumberAt = (instant: number): DayNumber => Math.floor((instant + CHINA) / DAY);

/** The instant at which a day ends in China, 24:00, which is 16:00 of the same day in UTC. */
export const endOfDay = (day: Day): string => `${day}T16:00:00.000Z`;

/** Saturday or Sunday. 1970-01-01 was a Thursday. */
export const isWeekend = (day: DayNumber): boolean => (((day + 3) % 7) + 7) % 7 > 4;

/** The corresponding day so many months on; where a month has none, its last day (民法典 202). */
export function addMonths(day: DayNumber, months: number): { day: DayNumber; corresponds: boolean } {
  const start = new Date(day * DAY);
  const [year, month, date] = [start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate()];
  const last = new Date(0);
  last.setUTCFullYear(year, month + 1, 0);
  const lastDate = last.getUTCDate();
  const end = new Date(0);
  end.setUTCFullYear(year, month, Math.min(date, lastDate));
  return { day: end.getTime() / DAY, corresponds: date <= lastDate };
}
