import { Rejected } from '../../shared/errors';
import { describedValues } from '../../shared/graphql/described-values';
import { parseDay, type HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import { adjustmentStatistics, type AdjustmentCountRow, type AdjustmentDimension, type AdjustmentStatistics } from '../queries/adjustment-statistics';
import type { AdjustmentTypes } from './adjustment';
import type { ForeignTypes } from './foreign/stubs';

const DIMENSION_TEXT: Record<AdjustmentDimension, string> = {
  KIND: 'By kind (调整类型).',
  AGENCY: 'By the implementing body of the items (实施主体); an adjustment about items of several bodies counts at each.',
  MONTH: 'By the month it takes effect (生效月份).',
};

/** Adds `adjustmentStatistics`: dynamic adjustment in figures. */
export function addAdjustmentStatistics(
  builder: HubBuilder<CatalogContext>,
  { AdjustmentKind }: Pick<AdjustmentTypes, 'AdjustmentKind'>,
  foreign: Pick<ForeignTypes, 'Agency'>,
): void {
  const Dimension = builder.enumType('AdjustmentDimension', {
    description: 'What adjustments can be counted by.',
    values: describedValues(DIMENSION_TEXT),
  });
  const Row = builder.objectRef<AdjustmentCountRow>('AdjustmentStatisticsRow').implement({
    description: 'How many adjustments share these; a dimension that was not asked for is null.',
    fields: (t) => ({
      kind: t.expose('kind', { type: AdjustmentKind, nullable: true, description: 'Kind of adjustment.' }),
      agency: t.field({
        type: foreign.Agency,
        nullable: true,
        description: 'Implementing body of the items.',
        resolve: ({ agencyCode }) => (agencyCode === null ? null : { code: agencyCode }),
      }),
      month: t.exposeString('month', { nullable: true, description: 'Month of taking effect, `YYYY-MM`.' }),
      adjustments: t.exposeInt('adjustments', { description: 'Adjustments (调整决定).' }),
      items: t.exposeInt('items', { description: 'Items they were about (涉及事项); one that was adjusted twice counts twice.' }),
    }),
  });
  const Statistics = builder.objectRef<AdjustmentStatistics>('AdjustmentStatistics').implement({
    description: 'Dynamic adjustment of a region’s list in figures (动态调整统计), P14: the adjustments that `adjustments` lists.',
    fields: (t) => ({
      adjustments: t.exposeInt('adjustments', { description: 'Adjustments, each counted once.' }),
      items: t.exposeInt('items', { description: 'Items they were about; one that was adjusted twice counts twice.' }),
      rows: t.expose('rows', { type: [Row], description: 'One row for each combination that occurs, in the order of kinds, agency codes and months.' }),
    }),
  });
  builder.queryField('adjustmentStatistics', (t) =>
    t.field({
      type: Statistics,
      description: 'Dynamic adjustment in figures, by kind, body and month of taking effect. Public.',
      args: {
        regionCode: t.arg.id({ required: true, description: 'Region whose list it is.' }),
        kind: t.arg({ type: [AdjustmentKind], description: 'Any of these; all when absent.' }),
        from: t.arg({ type: 'Date', description: 'Taking effect on this day or later.' }),
        to: t.arg({ type: 'Date', description: 'Taking effect on this day or before.' }),
        groupBy: t.arg({ type: [Dimension], required: true, description: 'Any of the dimensions, in any order; none answers one row.' }),
      },
      resolve: (_root, { regionCode, kind, from, to, groupBy }, { store }) => {
        if (from && to && from > to) throw new Rejected('BAD_USER_INPUT', 'from 不能晚于 to', 'from');
        return adjustmentStatistics(store.database, { regionCode, kinds: kind, from: from && parseDay(from), to: to && parseDay(to) }, groupBy);
      },
    }),
  );
}
