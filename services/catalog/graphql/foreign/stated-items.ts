import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { CatalogContext } from '../../context';
import type { StatedItem } from '../../queries/stated-items';
import type { ForeignTypes } from './stubs';

/** Adds `Agency.statedItems`: what the catalog states of an agency's items at this moment, for other services' fields; no part of the public graph. */
export function addStatedItems(builder: HubBuilder<CatalogContext>, { Agency }: Pick<ForeignTypes, 'Agency'>): void {
  const Stated = builder.objectRef<StatedItem>('StatedItem').implement({
    inaccessible: true,
    shareable: true,
    description: 'An item as the catalog states it, for services that decide about it.',
    fields: (t) => ({
      code: t.exposeID('code', { description: 'Item code (事项编码).' }),
      name: t.exposeString('name', { description: 'Name (事项名称).' }),
      subItem: t.exposeString('subItem', { nullable: true, description: 'Sub-item (子项); null for the item itself.' }),
      category: t.exposeString('category', { description: 'Category (权力类型), a PowerCategory.' }),
      status: t.exposeString('status', { description: 'State today (事项状态), an ItemStatus.' }),
      regionCode: t.exposeID('regionCode', { description: 'Region whose list it is on.' }),
      levels: t.exposeStringList('levels', { description: 'Exercise levels (行使层级), each an ExerciseLevel.' }),
      officeIds: t.exposeIDList('officeIds', { description: 'Responsible offices (承办机构).' }),
      validFrom: t.expose('validFrom', { type: 'Date', description: 'First day of today’s state.' }),
      lastStatus: t.exposeString('lastStatus', { description: 'The last state that is known; it may begin later.' }),
      lastAgencyCode: t.exposeID('lastAgencyCode', { description: 'Who holds it in that state.' }),
      lastFrom: t.expose('lastFrom', { type: 'Date', description: 'First day of that state.' }),
    }),
  });
  builder.objectFields(Agency, (t) => ({
    statedItems: t.field({
      type: [Stated],
      nullable: true,
      inaccessible: true,
      description: 'All its items, on the list or not any more, as stated at this moment.',
      resolve: async ({ code }, _args, { loaders, today }) => (await loaders.statedItems.load({ agencyCode: code, on: today })) ?? [],
    }),
  }));
}
