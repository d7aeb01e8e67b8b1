const CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** Since its last summer time, in 1991, China has been eight hours ahead; a calendar is asked of times before that. */
const EIGHT_HOURS_SINCE = Date.UTC(1992, 0, 1);
const EIGHT_HOURS_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The day asked for last: each request asks for today. */
let last = { number: Number.NaN, day: '' };

/** The calendar day in China at an instant, `YYYY-MM-DD`: the list's days begin and end there, wherever the server is. */
export function dayInChina(instant: Date): string {
  const at = instant.getTime();
  if (at < EIGHT_HOURS_SINCE) return CHINA.format(instant);
  const number = Math.floor((at + EIGHT_HOURS_MS) / DAY_MS);
  if (number !== last.number) last = { number, day: new Date(number * DAY_MS).toISOString().slice(0, 10) };
  return last.day;
}
