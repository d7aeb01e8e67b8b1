import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { authorise } from '../../../shared/permission';
import type { ServiceCenterContext } from '../../context';
import { remarkCounts, type RemarkCountRow } from '../../queries/remarks/remark-counts';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import { namedAgency } from '../foreign/named-agency';
import type { OrganisationTypes } from '../foreign/organisation';
import type { PowerItemRef } from '../foreign/power-item';
import type { RemarkVocabulary } from './vocabulary';

const ANSWERS = [
  'Remarks of a region with everything below it, counted (意见统计), as of today. For reporting, the service center,',
  'supervision, government and its office, the reform office; an agency’s own people see their agency alone.',
].join(' ');

/** Adds `remarkCounts`. */
export function addRemarkCounts(builder: HubBuilder<ServiceCenterContext>, { RemarkDimension }: RemarkVocabulary, { Agency }: OrganisationTypes, PowerItem: PowerItemRef): void {
  const Row = builder.objectRef<RemarkCountRow>('RemarkCountRow').implement({
    description: 'One group of remarks, by number.',
    fields: (t) => ({
      agency: t.field({
        type: Agency,
        nullable: true,
        description: 'The agency that answers; null when not grouped by it.',
        resolve: ({ agencyCode: code, agencyName: name }) => (code === null ? null : namedAgency({ code, name, abolishedOn: null })),
      }),
      item: t.field({
        type: PowerItem,
        nullable: true,
        description: 'The item; null when not grouped by it.',
        resolve: ({ itemCode: code }) => (code === null ? null : { code }),
      }),
      received: t.exposeInt('received', { description: 'All that were handed in (收到).' }),
      remarks: t.exposeInt('remarks', { description: 'Of these, remarks (意见建议).' }),
      complaints: t.exposeInt('complaints', { description: 'Of these, complaints (投诉).' }),
      praise: t.exposeInt('praise', { description: 'Of these, praise (表扬).' }),
      answered: t.exposeInt('answered', { description: 'Answered (已答复).' }),
      onTime: t.exposeInt('onTime', { description: 'Answered by their last day (按期答复).' }),
      overdue: t.exposeInt('overdue', { description: 'Answered after their last day, or not answered and past it (逾期).' }),
      published: t.exposeInt('published', { description: 'Shown in public with their answer (公开).' }),
    }),
  });
  builder.queryField('remarkCounts', (t) =>
    t.field({
      type: [Row],
      description: ANSWERS,
      args: {
        regionCode: t.arg.id({ required: true, description: 'The region.' }),
        groupBy: t.arg({ type: [RemarkDimension], required: true, description: 'What to group by; nothing: one row.' }),
      },
      resolve: (_root, { regionCode, groupBy }, { store, actor, today }) => {
        const agencyCode = SERVICE_CENTER_PERMISSIONS['read-remark-counts'][actor.role] === 'AGENCY' ? actor.agencyCode : null;
        authorise(SERVICE_CENTER_PERMISSIONS, 'read-remark-counts', actor, { regionCode, agencyCode });
        return remarkCounts(store.database, { regionCode, agencyCode }, groupBy, today);
      },
    }),
  );
}
