import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { authorise } from '../../../shared/permission';
import type { ServiceCenterContext } from '../../context';
import { measureCoverage, type MeasureCoverageRow } from '../../queries/measures/measure-coverage';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import { namedAgency } from '../foreign/named-agency';
import type { OrganisationTypes } from '../foreign/organisation';

const ANSWERS = [
  'How far the agencies of a region, with everything below it, have come with supervision during and after the act (事中事后监管',
  '覆盖情况), P16, as of today, by agency. For reporting, the service center, supervision, government and its office, the reform',
  'office; an agency’s own people see their agency alone.',
].join(' ');

/** Adds `measureCoverage`. */
export function addMeasureCoverage(builder: HubBuilder<ServiceCenterContext>, { Agency }: OrganisationTypes): void {
  const Row = builder.objectRef<MeasureCoverageRow>('MeasureCoverageRow').implement({
    description: 'One agency’s items, measures and checks, by number.',
    fields: (t) => ({
      agency: t.field({
        type: Agency,
        description: 'The agency.',
        resolve: ({ agencyCode: code, agencyName: name }) => namedAgency({ code, name, abolishedOn: null }),
      }),
      itemsNeeding: t.exposeInt('itemsNeeding', { description: 'Licences and other approvals on the list: these need measures.' }),
      itemsWith: t.exposeInt('itemsWith', { description: 'Of these, with measures in force.' }),
      itemsWithout: t.int({ description: 'Of these, without.', resolve: ({ itemsNeeding, itemsWith }) => itemsNeeding - itemsWith }),
      checksPlanned: t.exposeInt('checksPlanned', { description: 'Checks that were planned (计划检查), all of them.' }),
      checksDone: t.exposeInt('checksDone', { description: 'Of these, with a result (已检查).' }),
      checksOverdue: t.exposeInt('checksOverdue', { description: 'Of these, without a result though their day is over (逾期未检查).' }),
    }),
  });
  builder.queryField('measureCoverage', (t) =>
    t.field({
      type: [Row],
      description: ANSWERS,
      args: { regionCode: t.arg.id({ required: true, description: 'The region.' }) },
      resolve: (_root, { regionCode }, { store, actor, today }) => {
        const agencyCode = SERVICE_CENTER_PERMISSIONS['read-measure-coverage'][actor.role] === 'AGENCY' ? actor.agencyCode : null;
        authorise(SERVICE_CENTER_PERMISSIONS, 'read-measure-coverage', actor, { regionCode, agencyCode });
        return measureCoverage(store.database, { regionCode, agencyCode }, today);
      },
    }),
  );
}
