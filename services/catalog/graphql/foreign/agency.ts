import { pageRequest, toPage } from '../../../shared/graphql/connection';
import type { PowerItemTypes } from '../power-item';
import type { ForeignTypes } from './stubs';

/** Adds `Agency.powerItems`: what an agency has on the list. */
export function addAgencyItems({ Agency }: ForeignTypes, { PowerItemConnection }: PowerItemTypes) {
  Agency.implement({
    description: 'An agency (机构), owned by the organisation service; the catalog adds its items.',
    externalFields: (t) => ({ code: t.id({ nullable: false }) }),
    fields: (t) => ({
      powerItems: t.field({
        type: PowerItemConnection,
        nullable: true, // a page that is asked for wrongly costs itself alone
        description: 'The items this agency implements that are on the list (在列事项), in the order of their codes.',
        args: {
          first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
          after: t.arg.string({ description: '`endCursor` of the page before.' }),
          asOf: t.arg({ type: 'Date', description: 'As on this day; today when absent.' }),
        },
        resolve: async ({ code }, args, { loaders, today }) => {
          const request = pageRequest(args);
          const on = args.asOf ?? today;
          const page = { agencyCode: code, on, after: request.after, limit: request.first + 1 };
          const rows = (await loaders.agencyItems.load(page)) ?? [];
          const total = async () => (await loaders.agencyCounts.load({ agencyCode: code, on })) ?? 0;
          return toPage(rows, request, (row) => row.code, total);
        },
      }),
    }),
  });
}
