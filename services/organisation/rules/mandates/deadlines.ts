/** Days a finding may stay open, from the day it was raised: the practice of staffing offices. */
export const DAYS_TO_RECTIFY = 30;

/** Unresolved findings are reminded every so many days until they are closed. */
export const DAYS_BETWEEN_REMINDERS = 7;

const DAY_MS = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from);

export const plusDays = (day: string, days: number): string => new Date((numberOf(day) + days) * DAY_MS).toISOString().slice(0, 10);

/** Day by which a finding raised on a day is to be put right. */
export const deadlineOf = (raisedOn: string): string => plusDays(raisedOn, DAYS_TO_RECTIFY);

/** Whether an unresolved finding is reminded that day: every seven days after it was raised. */
export function isRemindedOn(raisedOn: string, day: string): boolean {
  const age = daysBetween(raisedOn, day);
  return age > 0 && age % DAYS_BETWEEN_REMINDERS === 0;
}
