import type { JournalDraft } from '../../shared/journal';
import { accept } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import { chineseDaysCalendar } from '../calendar/chinese-days-calendar';
import type { ServiceCenterTx } from '../context';
import { moveDueDates } from './cases/move-due-dates';
import { calendarDays, type NoticedDay } from '../queries/calendar-days';
import { readCalendarNotice, type CalendarNotice } from '../rules/clock/calendar-notice';
import type { ServiceCenterAction } from '../rules/permissions';

/** The year as it stands after the command, and how far the calendar reaches now. */
export interface ExtendedCalendar extends CalendarNotice {
  publishedUntil: string;
}

/**
 * Takes a State Council notice into the working calendar, which is the same everywhere. Due dates are computed from the
 * calendar whenever they are asked for; those stored with open cases are computed anew in the same transaction. The same
 * notice again changes nothing.
 */
export const extendCalendar: Command<ServiceCenterTx, ServiceCenterAction, CalendarNotice, ExtendedCalendar> = {
  action: 'extend-calendar',
  target: () => ({}),
  async handle(input, { tx, now }) {
    const table = await calendarDays(tx);
    const known = new Map(table.map((row) => [row.day, row]));
    const asked = rowsOf(input);
    if (asked.length > 0 && asked.every((row) => isRecorded(row, known.get(row.day))))
      return accept({ value: extended(input, table), entries: [] });
    const read = readCalendarNotice(input, chineseDaysCalendar(table));
    if (!read.ok) return read;
    const rows = rowsOf(read.value);
    await writeDays(tx, rows);
    const value = extended(read.value, [...table, ...rows]);
    const first = rows.map(({ day }) => day).toSorted()[0]!;
    return accept({ value, entries: [entryOf(value, rows.flatMap(({ day }) => known.get(day) ?? [])), ...(await moveDueDates(tx, first, now))] });
  },
};

const rowsOf = ({ notice, holidays, workdays }: CalendarNotice): NoticedDay[] => [
  ...holidays.map((day) => ({ day, kind: 'HOLIDAY' as const, notice: notice.trim() })),
  ...workdays.map((day) => ({ day, kind: 'WORKDAY' as const, notice: notice.trim() })),
];

const isRecorded = (row: NoticedDay, known: NoticedDay | undefined): boolean => known?.kind === row.kind && known.notice === row.notice;

/** One statement, however many days; a later notice replaces what an earlier one says of a day. */
const writeDays = (tx: ServiceCenterTx, rows: readonly NoticedDay[]): Promise<number> =>
  tx.$executeRawUnsafe(
    `INSERT INTO service_center.calendar_day (day, kind, notice)
     SELECT day, kind, notice FROM jsonb_to_recordset($1::jsonb) AS d(day date, kind text, notice text)
     ON CONFLICT (day) DO UPDATE SET kind = EXCLUDED.kind, notice = EXCLUDED.notice`,
    JSON.stringify(rows),
  );

const extended = ({ year, notice, holidays, workdays }: CalendarNotice, table: readonly NoticedDay[]): ExtendedCalendar => ({
  year,
  notice: notice.trim(),
  holidays: [...holidays],
  workdays: [...workdays],
  publishedUntil: chineseDaysCalendar(table).publishedUntil,
});

const entryOf = (value: ExtendedCalendar, replaced: readonly NoticedDay[]): JournalDraft => ({
  action: 'CalendarExtended',
  subject: { kind: 'Calendar', id: String(value.year) },
  summary: `公布 ${value.year} 年工作日历：${value.notice}，放假 ${value.holidays.length} 天，调休上班 ${value.workdays.length} 天`,
  before: replaced.length === 0 ? null : { days: replaced.map((row) => ({ ...row })) },
  after: { ...value, holidays: [...value.holidays], workdays: [...value.workdays] },
});
