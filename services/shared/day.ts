const CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The calendar day in China at an instant, `YYYY-MM-DD`: the list's days begin and end there, wherever the server is. */
export const dayInChina = (instant: Date): string => CHINA.format(instant);
