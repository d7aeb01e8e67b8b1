import { describedValues } from '../../shared/graphql/described-values';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import type { LineageStep } from '../queries/lineage';
import { LINEAGE_KINDS } from '../rules/lineage';
import { dayToShow, type AdjustmentTypes } from './adjustment';
import type { PowerItemTypes } from './power-item';

/** Adds what an item comes of and what came of it. */
export function addLineage(builder: HubBuilder<CatalogContext>, { PowerItem }: PowerItemTypes, { Adjustment }: AdjustmentTypes): void {
  const Kind = builder.enumType('LineageKind', { description: 'How one item comes of another (沿革).', values: describedValues(LINEAGE_KINDS) });
  const Step = builder.objectRef<LineageStep>('LineageStep').implement({
    description: 'One step of an item’s lineage (事项沿革): n items may become one, one may become n, P7.',
    fields: (t) => ({
      code: t.exposeID('code', { description: 'Code of the item at the other end.' }),
      kind: t.expose('kind', { type: Kind, description: 'How.' }),
      effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'From which day.' }),
      item: t.field({
        type: PowerItem,
        nullable: true,
        description: 'The item at the other end, today, or on the day of the step if that is still to come.',
        resolve: ({ code, effectiveOn }, _args, { loaders, today }) => loaders.items.load({ code, on: dayToShow(effectiveOn, today) }),
      }),
      adjustment: t.field({
        type: Adjustment,
        description: 'The decision that made the step.',
        resolve: async ({ adjustmentId }, _args, { loaders }) => (await loaders.adjustments.load(adjustmentId))!,
      }),
    }),
  });
  builder.objectFields(PowerItem, (t) => ({
    predecessors: t.field({
      type: [Step],
      description: 'The items it comes of (来源事项), in the order of time.',
      resolve: async ({ code }, _args, { loaders }) => (await loaders.lineage.load(code))?.predecessors ?? [],
    }),
    successors: t.field({
      type: [Step],
      description: 'The items it lives on in (承继事项): where to go when it is merged, split or delegated.',
      resolve: async ({ code }, _args, { loaders }) => (await loaders.lineage.load(code))?.successors ?? [],
    }),
  }));
}
