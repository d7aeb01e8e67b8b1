import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import { FORM_COLUMNS, FORM_FIELDS } from '../item-form/form-columns';
import { formRows } from '../item-form/write-form-rows';
import type { PowerItemTypes } from './power-item';

/**
 * Adds the item form (权力清单事项表格): its columns, and each item as its rows. What the cells say is decided where they
 * are read again; whoever exports a form only puts them into sheets. No part of the public graph.
 */
export function addItemForm(builder: HubBuilder<CatalogContext>, { PowerItem }: Pick<PowerItemTypes, 'PowerItem'>): void {
  const FormColumn = builder.objectRef<{ title: string; width: number }>('FormColumn').implement({
    inaccessible: true,
    description: 'A column of the item form.',
    fields: (t) => ({
      title: t.exposeString('title', { description: 'As it stands in the first row.' }),
      width: t.exposeInt('width', { description: 'In characters of Latin script; a Chinese one takes two.' }),
    }),
  });
  builder.queryField('itemFormColumns', (t) =>
    t.field({
      type: [FormColumn],
      inaccessible: true,
      description: 'The columns of the item form, in order; the first is for the serial number. Public.',
      resolve: () => FORM_FIELDS.map((field) => FORM_COLUMNS[field]),
    }),
  );
  builder.objectFields(PowerItem, (t) => ({
    formRows: t.field({
      type: t.listRef(t.listRef('String', { nullable: true })),
      inaccessible: true,
      description: 'The item as the item form states it: one row, and more where a cell has more to say than a cell holds; in each a cell for each column, as it is to stand.',
      resolve: async (item, _args, { loaders }) => {
        const [texts, citations] = await Promise.all([loaders.texts.load(item.versionId), loaders.citations.load(item.versionId)]);
        return formRows({ ...item, ...texts! }, citations ?? []);
      },
    }),
  }));
}
