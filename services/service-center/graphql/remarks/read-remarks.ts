import { Rejected } from '../../../shared/errors';
import { pageRequest, type connections } from '../../../shared/graphql/connection';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { allows, authorise, type Target } from '../../../shared/permission';
import { targetOf } from '../../commands/remarks/remark-store';
import type { ServiceCenterContext } from '../../context';
import { publishedPage } from '../../queries/remarks/published-remarks';
import { remarksToAnswer } from '../../queries/remarks/remarks-to-answer';
import { trackedRemark } from '../../queries/remarks/tracked-remark';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { PowerItemRef } from '../foreign/power-item';
import type { RemarkRef } from './remark';

/** Lets in who may read remarks of this target, and tells whether with the contact. */
function readingContact({ actor }: ServiceCenterContext, target: Target): boolean {
  authorise(SERVICE_CENTER_PERMISSIONS, 'read-remarks', actor, target);
  return allows(SERVICE_CENTER_PERMISSIONS, 'read-remark-contact', actor, target);
}

/** Adds `remarks`, `trackRemark`, `remarksToAnswer`, `overdueRemarks`, and to PowerItem `remarks` and `remarkCount`. */
export function addReadRemarks(
  builder: HubBuilder<ServiceCenterContext>,
  connectionOf: ReturnType<typeof connections<ServiceCenterContext>>,
  Remark: RemarkRef,
  PowerItem: PowerItemRef,
): void {
  const RemarkConnection = connectionOf('Remark', Remark);
  const first = { defaultValue: 20, description: '1–100.' } as const;
  const after = { description: '`endCursor` of the page before.' } as const;

  builder.objectFields(PowerItem, (t) => ({
    remarks: t.field({
      type: RemarkConnection,
      // Always answered here; nullable so that an item outlives a service center that does not answer.
      nullable: true,
      description: 'Published remarks on it with their answers (公众意见及答复), the last answered first, P18. Null only when the service center does not answer.',
      args: { first: t.arg.int(first), after: t.arg.string(after) },
      resolve: async ({ code }, args, { loaders }) => {
        const request = pageRequest(args);
        const rows = await loaders.publishedOfItem.load({ code, ...request });
        return publishedPage(rows ?? [], request, async () => (await loaders.countPublishedOfItem.load(code)) ?? 0);
      },
    }),
    remarkCount: t.int({
      nullable: true,
      description: 'How many remarks on it are published. Null only when the service center does not answer.',
      resolve: async ({ code }, _args, { loaders }) => (await loaders.countPublishedOfItem.load(code)) ?? 0,
    }),
  }));

  builder.queryField('remarks', (t) =>
    t.field({
      type: RemarkConnection,
      description: 'Published remarks on an item, or answered by an agency, the last answered first (公众意见及答复), P18. Public.',
      args: {
        itemCode: t.arg.id({ description: 'The item; or give `agencyCode`.' }),
        agencyCode: t.arg.id({ description: 'The agency; or give `itemCode`.' }),
        first: t.arg.int(first),
        after: t.arg.string(after),
      },
      resolve: async (_root, { itemCode, agencyCode, ...page }, { loaders }) => {
        if ((itemCode == null) === (agencyCode == null)) throw new Rejected('BAD_USER_INPUT', 'itemCode 与 agencyCode 恰好填写一项', 'itemCode');
        const request = pageRequest(page);
        const [code, of, count] =
          itemCode != null ? [itemCode, loaders.publishedOfItem, loaders.countPublishedOfItem] : [agencyCode!, loaders.publishedOfAgency, loaders.countPublishedOfAgency];
        return publishedPage((await of.load({ code, ...request })) ?? [], request, async () => (await count.load(code)) ?? 0);
      },
    }),
  );
  builder.queryField('trackRemark', (t) =>
    t.field({
      type: Remark,
      nullable: true,
      description: 'A remarker follows a remark with its receipt (意见办理进度查询): number and query code. Null for a wrong one of either. Public.',
      args: {
        id: t.arg.id({ required: true, description: 'Number on the receipt.' }),
        queryCode: t.arg.string({ required: true, description: 'Query code on the receipt (查询码); hyphens and case do not matter.' }),
      },
      resolve: (_root, { id, queryCode }, { store }) => trackedRemark(store.database, id, queryCode),
    }),
  );
  builder.queryField('remarksToAnswer', (t) =>
    t.field({
      type: RemarkConnection,
      description: 'Remarks that wait for an agency’s answer (待答复意见), the first due first. For that agency, the service center and the supervision bureau of its region.',
      args: { agencyCode: t.arg.id({ required: true, description: 'The agency they were routed to.' }), first: t.arg.int(first), after: t.arg.string(after) },
      resolve: (_root, { agencyCode, ...page }, context) => {
        const withContact = readingContact(context, targetOf({ agencyCode }));
        return remarksToAnswer(context.store.database, { agencyCode }, null, withContact, pageRequest(page));
      },
    }),
  );
  builder.queryField('overdueRemarks', (t) =>
    t.field({
      type: RemarkConnection,
      description: 'Remarks of a region, with everything below it, that are not answered and past their last day today (逾期未答复意见), the first due first. For the service center and the supervision bureau of the region.',
      args: { regionCode: t.arg.id({ required: true, description: 'The region.' }), first: t.arg.int(first), after: t.arg.string(after) },
      resolve: (_root, { regionCode, ...page }, context) => {
        const withContact = readingContact(context, { regionCode });
        return remarksToAnswer(context.store.database, { regionCode }, context.today, withContact, pageRequest(page));
      },
    }),
  );
}
