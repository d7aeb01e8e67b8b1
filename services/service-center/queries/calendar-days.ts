import type { Database } from '../../shared/database';
import { chineseDaysCalendar, type CalendarDay } from '../calendar/chinese-days-calendar';
import type { ServiceCenterTx } from '../context';
import type { WorkingDays } from '../rules/clock/working-days';

const TEXT = 'SELECT day::text AS day, kind, notice FROM service_center.calendar_day ORDER BY day';

/** A day of the table with the notice that named it. */
export interface NoticedDay extends CalendarDay {
  notice: string;
}

/** The working calendar as it is known now: read anew, since another process may have extended it. One statement. */
export async function workingCalendar(database: Database): Promise<WorkingDays> {
  return chineseDaysCalendar(await database.rows<NoticedDay>({ name: 'calendar-days', text: TEXT }));
}

/** The table as a command's transaction sees it. */
export const calendarDays = (tx: ServiceCenterTx): Promise<NoticedDay[]> => tx.$queryRawUnsafe<NoticedDay[]>(TEXT);
