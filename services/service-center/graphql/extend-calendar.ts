import { isRefusal, memberOf, type RefusalRef } from '../../shared/graphql/refusal';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import { runCommand } from '../../shared/run-command';
import { extendCalendar, type ExtendedCalendar } from '../commands/extend-calendar';
import type { ServiceCenterContext } from '../context';
import { SERVICE_CENTER_PERMISSIONS } from '../rules/permissions';

const EXTENDS = [
  'Takes a State Council notice on holidays (国务院办公厅关于部分节假日安排的通知) into the working calendar: the next year,',
  'whole, or a change of a published one. Provisional due dates are final once the calendar reaches them. The same notice',
  'again changes nothing. For service centers and administrators; the calendar is the same for every region.',
].join(' ');

/** Adds `extendCalendar`. */
export function addExtendCalendar(builder: HubBuilder<ServiceCenterContext>, refusal: RefusalRef<ServiceCenterContext>): void {
  const CalendarYear = builder.objectRef<ExtendedCalendar>('CalendarYear').implement({
    description: 'What a notice says of a year of the working calendar (工作日历), 行政许可法 82.',
    fields: (t) => ({
      year: t.exposeInt('year', { description: 'Year of the notice.' }),
      notice: t.exposeString('notice', { description: 'Title or number of the notice (放假安排通知).' }),
      holidays: t.expose('holidays', { type: ['Date'], description: 'Days off (放假).' }),
      workdays: t.expose('workdays', { type: ['Date'], description: 'Make-up workdays (调休上班).' }),
      publishedUntil: t.expose('publishedUntil', { type: 'Date', description: 'Last day of the published calendar now.' }),
    }),
  });
  const ExtendCalendarInput = builder.inputType('ExtendCalendarInput', {
    description: 'A State Council notice on the holidays of a year.',
    fields: (t) => ({
      year: t.int({ required: true, description: 'The year after the last published one, or a published one that is changed.' }),
      notice: t.string({ required: true, description: 'Title or number of the notice, up to 200 characters.' }),
      holidays: t.field({
        type: ['Date'],
        required: true,
        description: 'Every day off, in the year or the December before; for a new year the fixed statutory holidays among them.',
      }),
      workdays: t.field({ type: ['Date'], required: true, description: 'Weekend days that are worked instead.' }),
    }),
  });
  const ExtendCalendarResult = builder.unionType('ExtendCalendarResult', {
    description: 'The year as it is now known, or the rule that said no.',
    types: [CalendarYear, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'CalendarYear'),
  });
  builder.mutationField('extendCalendar', (t) =>
    t.field({
      type: ExtendCalendarResult,
      description: EXTENDS,
      args: { input: t.arg({ type: ExtendCalendarInput, required: true }) },
      resolve: async (_root, { input }, { store, actor }) =>
        memberOf(await runCommand(store, SERVICE_CENTER_PERMISSIONS, extendCalendar, input, actor)),
    }),
  );
}
