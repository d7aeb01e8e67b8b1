import { chineseDaysCalendar } from '../../../../../services/service-center/calendar/chinese-days-calendar';
import { readCalendarNotice, type CalendarNotice } from '../../../../../services/service-center/rules/clock/calendar-notice';

const calendar = chineseDaysCalendar();
const HOLIDAYS = ['2027-01-01', '2027-02-05', '2027-02-08', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'];
const notice = (changes: Partial<CalendarNotice> = {}): CalendarNotice => ({
  year: 2027,
  notice: ' 国办发明电〔2026〕9号 ',
  holidays: HOLIDAYS,
  workdays: ['2027-01-31'],
  ...changes,
});
const read = (changes: Partial<CalendarNotice>) => readCalendarNotice(notice(changes), calendar);

describe('许可法 82: a notice on holidays', () => {
  it('publishes the next year, its New Year from the December before', () => {
    expect(read({})).toMatchObject({ ok: true, value: { notice: '国办发明电〔2026〕9号' } });
    expect(read({ holidays: ['2026-12-31', ...HOLIDAYS], workdays: ['2026-12-27'] }).ok).toBe(true);
  });

  it('may change a published year, if only by a day', () => {
    expect(read({ year: 2026, holidays: ['2026-09-03'], workdays: [] }).ok).toBe(true);
    expect(read({ year: 2026, holidays: [], workdays: ['2026-10-07'] }).ok).toBe(true);
  });

  it.each<[string, Partial<CalendarNotice>, string, string]>([
    ['leaves a year out', { year: 2028 }, 'YEAR_NOT_NEXT', 'year'],
    ['is of a year before the calendar', { year: 2006 }, 'YEAR_NOT_NEXT', 'year'],
    ['is of no year', { year: -1 }, 'YEAR_NOT_NEXT', 'year'],
    ['has no title', { notice: ' ' }, 'NOTICE_MISSING', 'notice'],
    ['has a title without end', { notice: '通'.repeat(201) }, 'NOTICE_MISSING', 'notice'],
    ['names a day of another year', { workdays: ['2028-01-02'] }, 'DAY_OUTSIDE_YEAR', 'workdays.0'],
    ['names a November before', { holidays: [...HOLIDAYS, '2026-11-30'] }, 'DAY_OUTSIDE_YEAR', 'holidays.7'],
    ['names a day twice', { workdays: ['2027-05-01'] }, 'DAY_NAMED_TWICE', 'workdays.0'],
    ['forgets a holiday of the law', { holidays: HOLIDAYS.slice(0, -1) }, 'STATUTORY_HOLIDAY_MISSING', 'holidays'],
    ['makes up on an ordinary workday', { workdays: ['2027-01-29'] }, 'NOT_A_MAKE_UP_DAY', 'workdays.0'],
    ['names nothing', { year: 2026, holidays: [], workdays: [] }, 'NO_DAYS', 'holidays'],
    ['names far too much', { holidays: Array.from({ length: 61 }, () => '2027-01-01') }, 'TOO_MANY_DAYS', 'holidays'],
  ])('is refused when it %s', (_what, changes, code, path) => {
    expect(read(changes)).toMatchObject({ ok: false, refusal: { code, details: [{ path }] } });
  });
});
