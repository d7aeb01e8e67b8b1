import { describedValues } from '../../shared/graphql/described-values';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import { listSummary, type ListDimension, type ListSummary, type SummaryRow } from '../queries/list-summary';
import type { ForeignTypes } from './foreign/stubs';
import type { Vocabulary } from './vocabulary';

const DIMENSION_TEXT: Record<ListDimension, string> = {
  CATEGORY: 'By category (权力类型), P1.',
  AGENCY: 'By implementing body (实施主体).',
  LEVEL: 'By exercise level (行使层级); an item of several levels counts at each.',
  STATUS: 'By state (事项状态): LISTED, TIGHTENED, SUSPENDED.',
};

/** Adds `listSummary`: the list in figures, on any day of its history. */
export function addListSummary(
  builder: HubBuilder<CatalogContext>,
  { PowerCategory, ExerciseLevel, ItemStatus }: Vocabulary,
  foreign: Pick<ForeignTypes, 'Agency'>,
): void {
  const Dimension = builder.enumType('ListDimension', {
    description: 'What a list can be counted by.',
    values: describedValues(DIMENSION_TEXT),
  });
  const Row = builder.objectRef<SummaryRow>('ListSummaryRow').implement({
    description: 'How many items share these; a dimension that was not asked for is null.',
    fields: (t) => ({
      category: t.expose('category', { type: PowerCategory, nullable: true, description: 'Category (权力类型).' }),
      level: t.expose('level', { type: ExerciseLevel, nullable: true, description: 'Exercise level (行使层级); null also for items that state none.' }),
      status: t.expose('status', { type: ItemStatus, nullable: true, description: 'State (事项状态).' }),
      agency: t.field({
        type: foreign.Agency,
        nullable: true,
        description: 'Implementing body (实施主体).',
        resolve: ({ agencyCode }) => (agencyCode === null ? null : { code: agencyCode }),
      }),
      count: t.exposeInt('count', { description: 'Items on the list.' }),
    }),
  });
  const Summary = builder.objectRef<ListSummary>('ListSummary').implement({
    description: 'A region’s list in figures: the items that are on it (在列、严管、暂停) on a day, as `powerItems` finds them.',
    fields: (t) => ({
      asOf: t.expose('asOf', { type: 'Date', description: 'The day the figures are of.' }),
      total: t.exposeInt('total', { description: 'Items on the list, each counted once.' }),
      rows: t.expose('rows', { type: [Row], description: 'One row for each combination that occurs, in the order of the vocabularies and agency codes.' }),
    }),
  });
  builder.queryField('listSummary', (t) =>
    t.field({
      type: Summary,
      description: 'The list in figures, on any day of its history. Public.',
      args: {
        regionCode: t.arg.id({ required: true, description: 'This region’s list.' }),
        asOf: t.arg({ type: 'Date', description: 'As on this day; today when absent.' }),
        groupBy: t.arg({ type: [Dimension], required: true, description: 'Any of the dimensions, in any order; none answers one row.' }),
      },
      resolve: (_root, { regionCode, asOf, groupBy }, { store, today }) =>
        listSummary(store.database, regionCode, asOf ?? today, groupBy),
    }),
  );
}
