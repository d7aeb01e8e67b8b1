import { Rejected } from '../../shared/errors';
import { openCursor, type Page } from '../../shared/graphql/connection';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import { FORM_COLUMNS, FORM_FIELDS } from '../item-form/form-columns';
import { formRows } from '../item-form/write-form-rows';
import type { ItemRow } from '../queries/item-columns';
import { searchItems } from '../queries/search-items';
import { ON_THE_LIST } from '../rules/on-the-list';
import type { PowerItemTypes } from './power-item';
import type { Vocabulary } from './vocabulary';

/** Ten times a page of the public graph: a list of 100,000 items is 100 calls. */
const MOST_ITEMS = 1000;

/**
 * Adds `exportedItems`: a list in pages large enough to be read whole. Nothing that `powerItems` does not tell; apart
 * from it because a public page is bounded by what an answer may cost, and one of these by what a call may carry.
 */
export function addExportedItems(builder: HubBuilder<CatalogContext>, { PowerItem }: Pick<PowerItemTypes, 'PowerItem'>, { PowerCategory, ItemStatus }: Vocabulary): void {
  const ExportPage = builder.objectRef<Page<ItemRow>>('ExportedItems').implement({
    inaccessible: true,
    description: 'Items of a list one after another, for exports.',
    fields: (t) => ({
      items: t.field({ type: [PowerItem], description: 'In the order of their codes.', resolve: ({ nodes }) => nodes }),
      next: t.string({
        nullable: true,
        description: 'Pass as `after` for the items that follow; null when none do.',
        resolve: ({ nodes, hasNextPage, cursorOf }) => (hasNextPage ? cursorOf(nodes.at(-1)!) : null),
      }),
    }),
  });
  builder.objectFields(PowerItem, (t) => ({
    formRows: t.field({
      type: t.listRef(t.listRef('String', { nullable: true })),
      inaccessible: true,
      description: 'The item as the item form (权力清单事项表格) states it: one row, and more where a cell has more to say than a cell holds; a cell for each column, as it is to stand.',
      resolve: async (item, _args, { loaders }) => formRows(item, (await loaders.citations.load(item.versionId)) ?? []),
    }),
  }));
  const FormColumn = builder.objectRef<{ title: string; width: number }>('FormColumn').implement({
    inaccessible: true,
    description: 'A column of the item form.',
    fields: (t) => ({ title: t.exposeString('title'), width: t.exposeInt('width', { description: 'In characters of Latin script.' }) }),
  });
  builder.queryField('itemFormColumns', (t) =>
    t.field({ type: [FormColumn], inaccessible: true, description: 'The columns of the item form, in order; the first is for the serial number. Public.', resolve: () => FORM_FIELDS.map((field) => FORM_COLUMNS[field]) }),
  );
  builder.queryField('exportedItems', (t) =>
    t.field({
      type: ExportPage,
      inaccessible: true,
      description: 'A region’s list as on a day, for the gateway’s exports; drafts are never among it. Public.',
      args: {
        regionCode: t.arg.id({ required: true }),
        agencyCode: t.arg.id({ description: 'This implementing body’s items alone.' }),
        category: t.arg({ type: [PowerCategory], description: 'Any of these categories.' }),
        status: t.arg({ type: [ItemStatus], description: 'Any of these states; those on the list when absent.' }),
        asOf: t.arg({ type: 'Date', description: 'As on this day; today when absent.' }),
        first: t.arg.int({ required: true, description: `1–${MOST_ITEMS}.` }),
        after: t.arg.string({ description: '`next` of the items before.' }),
      },
      resolve: (_root, { asOf, first, after, status, ...filter }, { store, today }) => {
        if (first < 1 || first > MOST_ITEMS) throw new Rejected('BAD_USER_INPUT', `first 应在 1 与 ${MOST_ITEMS} 之间，收到 ${first}`, 'first');
        const from = after == null ? null : openCursor(after);
        return searchItems(store.database, { ...filter, status: status ?? ON_THE_LIST }, asOf ?? today, { first, after: from });
      },
    }),
  );
}
