import { Rejected } from '../../../shared/errors';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { authorise } from '../../../shared/permission';
import type { ServiceCenterContext } from '../../context';
import { caseTimeliness, type TimelinessRow } from '../../queries/cases/case-timeliness';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { OrganisationTypes } from '../foreign/organisation';
import type { PowerItemRef } from '../foreign/power-item';
import type { CaseVocabulary } from './vocabulary';

const ANSWERS = [
  'How timely cases of a region, with everything below it, were between two days, both included (办件时效). Each case counts',
  'in the period of what is counted: received, decided, due. For reporting, the service center, supervision, government',
  'and its office, the reform office; an agency’s own people see their agency alone.',
].join(' ');

/** Adds CaseTimeliness. */
export function addCaseTimeliness(
  builder: HubBuilder<ServiceCenterContext>,
  { CaseDimension }: CaseVocabulary,
  { Agency }: OrganisationTypes,
  PowerItem: PowerItemRef,
): void {
  const Row = builder.objectRef<TimelinessRow>('TimelinessRow').implement({
    description: 'One group of cases, by number of cases and of days.',
    fields: (t) => ({
      agency: t.field({
        type: Agency,
        nullable: true,
        description: 'The handling agency; null when not grouped by it.',
        resolve: ({ agencyCode: code, agencyName }) => (code === null ? null : { code, name: agencyName ?? code, abolishedOn: null }),
      }),
      item: t.field({
        type: PowerItem,
        nullable: true,
        description: 'The item; null when not grouped by it.',
        resolve: ({ itemCode: code }) => (code === null ? null : { code }),
      }),
      month: t.exposeString('month', { nullable: true, description: 'Month, `YYYY-MM`; null when not grouped by it.' }),
      received: t.exposeInt('received', { description: 'Cases received (收件).' }),
      decided: t.exposeInt('decided', { description: 'Cases granted or refused (办结); withdrawn ones are not.' }),
      onTime: t.exposeInt('onTime', { description: 'Of those decided, in time: as promised, never after the law (按时办结).' }),
      overdue: t.exposeInt('overdue', { description: 'Decided too late, or fallen due and not decided yet (超期).' }),
      medianDays: t.exposeFloat('medianDays', { nullable: true, description: 'Median of the days the clock counted for those decided; null when none was.' }),
      p90Days: t.exposeFloat('p90Days', { nullable: true, description: '90th percentile of the same.' }),
    }),
  });
  const Timeliness = builder.objectRef<{ rows: TimelinessRow[] }>('CaseTimeliness').implement({
    description: 'How timely cases were (办件时效统计).',
    fields: (t) => ({ rows: t.field({ type: [Row], description: 'By agency, item and month, as far as grouped by them, in that order.', resolve: ({ rows }) => rows }) }),
  });
  builder.queryField('caseTimeliness', (t) =>
    t.field({
      type: Timeliness,
      description: ANSWERS,
      args: {
        regionCode: t.arg.id({ required: true, description: 'The region.' }),
        from: t.arg({ type: 'Date', required: true, description: 'First day.' }),
        to: t.arg({ type: 'Date', required: true, description: 'Last day.' }),
        groupBy: t.arg({ type: [CaseDimension], required: true, description: 'What to group by; nothing: one row.' }),
      },
      resolve: async (_root, { regionCode, from, to, groupBy }, { store, actor, today }) => {
        const agencyCode = SERVICE_CENTER_PERMISSIONS['read-timeliness'][actor.role] === 'AGENCY' ? actor.agencyCode : null;
        authorise(SERVICE_CENTER_PERMISSIONS, 'read-timeliness', actor, { regionCode, agencyCode });
        if (from > to) throw new Rejected('BAD_USER_INPUT', 'from 不能晚于 to', 'from');
        return { rows: await caseTimeliness(store.database, { regionCode, agencyCode }, { from, to, today }, groupBy) };
      },
    }),
  );
}
