import { readFileSync } from 'node:fs';
import { chineseDaysCalendar } from '../../../services/service-center/calendar/chinese-days-calendar';
import { dayNumber, dayText, isWeekend } from '../../../services/service-center/rules/clock/day-number';
import { workingDaysBefore } from '../../../services/service-center/rules/clock/working-days';

const calendar = chineseDaysCalendar();
const isWorked = (day: string): boolean => calendar.isWorkingDay(dayNumber(day));
const file = require.resolve('chinese-days/dist/chinese-days.json');
const { holidays, workdays } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;

describe('the working calendar', () => {
  it('is what the State Council published, on every day of 2007–2026', () => {
    const wrong: string[] = [];
    for (let day = dayNumber('2007-01-01'); day <= dayNumber('2026-12-31'); day += 1) {
      const text = dayText(day);
      const expected = text in workdays! || (!isWeekend(day) && !(text in holidays!));
      if (calendar.isWorkingDay(day) !== expected || !calendar.isPublished(day)) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it('takes in the make-up workdays of 2014 and leaves out its holidays', () => {
    expect(['2014-01-26', '2014-02-08', '2014-05-04', '2014-09-28', '2014-10-11'].every(isWorked)).toBe(true);
    const weekdaysOff = ['2014-01-01', '2014-01-31', '2014-02-06', '2014-04-07', '2014-05-02', '2014-06-02', '2014-09-08', '2014-10-07'];
    expect(weekdaysOff.some(isWorked)).toBe(false);
    let worked = 0;
    for (let day = dayNumber('2014-01-01'); day <= dayNumber('2014-12-31'); day += 1) if (calendar.isWorkingDay(day)) worked += 1;
    expect(worked).toBe(250);
  });

  it('says where its knowledge ends, and guesses from the weekday beyond', () => {
    expect(calendar.publishedUntil).toBe('2026-12-31');
    expect(isWorked('2027-02-08')).toBe(true);
    expect(['2006-12-31', '2027-01-01'].some((day) => calendar.isPublished(dayNumber(day)))).toBe(false);
  });

  it('grows by our table, year by year, over what the package says', () => {
    const newYear = (year: number) => ({ day: `${year}-01-01`, kind: 'HOLIDAY' as const });
    const grown = chineseDaysCalendar([newYear(2027), newYear(2029), { day: '2026-10-07', kind: 'WORKDAY' }, { day: '2027-02-08', kind: 'HOLIDAY' }]);
    expect(grown.publishedUntil).toBe('2027-12-31');
    expect(grown.isWorkingDay(dayNumber('2026-10-07'))).toBe(true);
    expect(grown.isWorkingDay(dayNumber('2027-02-08'))).toBe(false);
    expect(grown.isPublished(dayNumber('2029-01-01'))).toBe(false);
  });

  it('counts backwards too', () => {
    expect(dayText(workingDaysBefore(dayNumber('2014-10-10'), 7, calendar))).toBe('2014-09-25');
    expect(dayText(workingDaysBefore(dayNumber('2014-10-10'), 0, calendar))).toBe('2014-10-10');
  });
});
