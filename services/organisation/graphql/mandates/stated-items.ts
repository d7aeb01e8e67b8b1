import { RootFieldBuilder } from '@pothos/core';
import type { ItemFacts } from '../../rules/mandates/cross-check-facts';
import type { OrganisationBuilder, OrganisationTypes } from '../types';

/** An item as the catalog states it at this moment. */
export type StatedItem = Pick<ItemFacts, 'code' | 'name' | 'category' | 'status' | 'regionCode' | 'levels' | 'officeIds' | 'validFrom'> & {
  /** Absent or null for the item itself. */
  subItem?: string | null;
  lastStatus: string;
  lastAgencyCode: string;
  lastFrom: string;
};

/** What is asked of the catalog for a fresh check. */
const STATED_ITEM = 'code name subItem category status regionCode levels officeIds validFrom lastStatus lastAgencyCode lastFrom';

/** Names what the catalog states of an agency's items: inputs of this service's own fields, no part of the public graph. */
export function addStatedItems(builder: OrganisationBuilder, Agency: OrganisationTypes['Agency']): void {
  const Stated = builder.objectRef<StatedItem>('StatedItem').implement({
    inaccessible: true,
    shareable: true,
    description: 'An item as the catalog states it, for services that decide about it.',
    fields: (t) => ({
      code: t.exposeID('code', { description: 'Item code (事项编码).' }),
      name: t.exposeString('name', { description: 'Name (事项名称).' }),
      subItem: t.string({ nullable: true, description: 'Sub-item (子项); null for the item itself.', resolve: ({ subItem }) => subItem ?? null }),
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
  // Pothos offers external fields on other services' types alone; this one is ours, and the catalog contributes the field.
  const external = new RootFieldBuilder(builder as never, 'ExternalEntity', 'Object') as unknown as { field(options: object): never };
  builder.objectFields(Agency, () => ({ statedItems: external.field({ type: [Stated], nullable: true, description: 'All its items, on the list or not any more, as the catalog states them at this moment.' }) }));
}

/** Option of a field of Agency that is resolved with them. */
export const REQUIRES_STATED_ITEMS: object = { requires: { selection: `statedItems { ${STATED_ITEM} }` } };

/** What the gateway brought along; null when the catalog did not answer. */
export const statedItemsOf = (agency: object): readonly StatedItem[] | null => (agency as { statedItems?: readonly StatedItem[] | null }).statedItems ?? null;
