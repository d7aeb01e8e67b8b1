import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { dayNumber, isWeekend, type Day } from './day-number';
import type { WorkingDays } from './working-days';

/** What a State Council notice (国务院办公厅关于部分节假日安排的通知) says of one year. */
export interface CalendarNotice {
  year: number;
  /** Title or number of the notice. */
  notice: string;
  /** Days off, weekends within them included or not. */
  holidays: readonly Day[];
  /** Weekend days that are worked instead (调休上班). */
  workdays: readonly Day[];
}

const DAYS_OF_LAW = '全国年节及纪念日放假办法';
/** Holidays of every year that fall on fixed days: a notice that lacks one is not a whole year's. */
const FIXED = ['01-01', '05-01', '10-01', '10-02', '10-03'];
const MOST_DAYS = 60;
const LONGEST_NOTICE = 200;

/**
 * A year is published whole and after the one before it, so that no due date rests on a gap; a later notice may change
 * a published year. Its New Year may take days of the December before. `calendar` is the one known so far.
 */
export function readCalendarNotice(notice: CalendarNotice, calendar: WorkingDays): Outcome<CalendarNotice> {
  const { year, holidays, workdays } = notice;
  const text = notice.notice.trim();
  if (text === '' || text.length > LONGEST_NOTICE || text.includes('\0'))
    return refuse('NOTICE_MISSING', null, `请写明放假安排通知的名称或文号，不超过 ${LONGEST_NOTICE} 字`, [{ path: 'notice', value: text.slice(0, 40) }]);
  const lastYear = Number(calendar.publishedUntil.slice(0, 4));
  const known = calendar.isPublished(dayNumber(`${year}-01-01`));
  if (!known && year !== lastYear + 1)
    return refuse('YEAR_NOT_NEXT', '许可法 82', `日历已公布到 ${calendar.publishedUntil}，只能修改已公布的年份或者接着公布 ${lastYear + 1} 年`, [
      { path: 'year', value: String(year) },
    ]);
  if (holidays.length + workdays.length > MOST_DAYS)
    return refuse('TOO_MANY_DAYS', DAYS_OF_LAW, `一份通知最多列 ${MOST_DAYS} 天`, [{ path: 'holidays', value: String(holidays.length) }]);
  return faultOfDays({ ...notice, notice: text }, known, calendar) ?? accept({ ...notice, notice: text });
}

function faultOfDays({ year, holidays, workdays }: CalendarNotice, known: boolean, calendar: WorkingDays): Outcome<never> | null {
  const listed = [...holidays.map((day, i) => ({ day, path: `holidays.${i}` })), ...workdays.map((day, i) => ({ day, path: `workdays.${i}` }))];
  const outside = listed.find(({ day }) => !day.startsWith(`${year}-`) && !day.startsWith(`${year - 1}-12-`));
  if (outside) return refuse('DAY_OUTSIDE_YEAR', null, `${outside.day} 不在 ${year} 年内`, [{ path: outside.path, value: outside.day }]);
  const seen = new Set<Day>();
  const twice = listed.find(({ day }) => seen.size === seen.add(day).size);
  if (twice) return refuse('DAY_NAMED_TWICE', null, `${twice.day} 列了两次`, [{ path: twice.path, value: twice.day }]);
  const missing = known ? [] : FIXED.filter((day) => !holidays.includes(`${year}-${day}`));
  if (missing.length > 0)
    return refuse('STATUTORY_HOLIDAY_MISSING', DAYS_OF_LAW, `缺少法定节假日：${missing.map((day) => `${year}-${day}`).join('、')}`, [
      { path: 'holidays', value: null },
    ]);
  // A workday is named because it would be a day off: a weekend, or a holiday that a later notice takes back.
  const ordinary = workdays.findIndex((day) => !isWeekend(dayNumber(day)) && calendar.isWorkingDay(dayNumber(day)));
  if (ordinary >= 0)
    return refuse('NOT_A_MAKE_UP_DAY', '许可法 82', `${workdays[ordinary]} 本来就是工作日，不是调休上班日`, [
      { path: `workdays.${ordinary}`, value: workdays[ordinary] ?? null },
    ]);
  return listed.length === 0 ? refuse('NO_DAYS', null, '通知没有列出任何一天', [{ path: 'holidays', value: null }]) : null;
}
