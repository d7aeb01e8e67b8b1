import { sharedLoader } from '../../shared/batch';
import { Rejected } from '../../shared/errors';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { ServiceCenterContext, ServiceCenterStore } from '../context';
import { workingCalendar } from '../queries/calendar-days';
import type { Limit } from '../rules/clock/limit';
import { dueDateOf, type DueDate } from '../rules/clock/due-date';
import type { WorkingDays } from '../rules/clock/working-days';
import type { Vocabulary } from './vocabulary';

/** The longest limit one may ask about. */
const MOST = 10_000;
/** What a day can be written as, `YYYY-MM-DD`. */
const LAST_DAY = '9999-12-31';

const ANSWERS = [
  'When a limit (期限) ends that starts on a day, for frontends: the start day is not counted. Working days leave out',
  'statutory holidays and take in make-up workdays (行政许可法 82). Calendar days and months run through; an end on a day',
  'of rest moves to the next working day, and a month ends on the corresponding day or the month’s last. Hours run day and',
  'night: of a day alone, the latest day on which they can end. A limit of 0 ends on the start day or the first working',
  'day after it. Public.',
].join(' ');

function checkedLimit(value: number, unit: Limit['unit']): Limit {
  if (value < 0 || value > MOST) throw new Rejected('BAD_USER_INPUT', `value 应在 0 与 ${MOST} 之间，收到 ${value}`, 'value');
  return { value, unit };
}

function checkedDue(due: DueDate): DueDate {
  if (due.dueOn.length > LAST_DAY.length) throw new Rejected('BAD_USER_INPUT', `期限届满日超出 ${LAST_DAY}`, 'startedOn');
  return due;
}

/** Adds DueDate and `dueDate`. */
export function addDueDate(builder: HubBuilder<ServiceCenterContext>, { TimeUnit }: Vocabulary, { database }: ServiceCenterStore): void {
  // However many due dates are asked for at once, by whomever, the calendar is read once.
  const calendar = sharedLoader<'national', WorkingDays>(async () => [await workingCalendar(database)]);
  const DueDateRef = builder.objectRef<DueDate>('DueDate').implement({
    description: 'When a limit ends (期限届满日).',
    fields: (t) => ({
      dueOn: t.expose('dueOn', { type: 'Date', description: 'Last day of the limit.' }),
      provisional: t.exposeBoolean('provisional', {
        description: 'It rests on days whose working calendar the State Council has not published, and may still move: ask again.',
      }),
    }),
  });
  builder.queryField('dueDate', (t) =>
    t.field({
      type: DueDateRef,
      description: ANSWERS,
      args: {
        startedOn: t.arg({ type: 'Date', required: true, description: 'Day of the event that starts the limit.' }),
        value: t.arg.int({ required: true, description: `How many units, 0–${MOST}.` }),
        unit: t.arg({ type: TimeUnit, required: true, description: 'What is counted; per law.' }),
      },
      resolve: async (_root, { startedOn, value, unit }) => {
        const limit = checkedLimit(value, unit);
        const known = await calendar.load('national');
        if (known === null) throw new Error('there is no calendar');
        return checkedDue(dueDateOf(startedOn, limit, known));
      },
    }),
  );
}
