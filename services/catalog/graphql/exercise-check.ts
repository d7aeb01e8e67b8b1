import { describedValues } from '../../shared/graphql/described-values';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import type { EditionRow } from '../queries/editions';
import type { ItemRow } from '../queries/item-columns';
import { exerciseCheck, isPermitted, VERDICT_TEXT, type ExerciseVerdict } from '../rules/exercise-check';
import { PUBLIC_STATUSES } from '../rules/on-the-list';
import type { EditionRef } from './edition';
import type { ForeignTypes } from './foreign/stubs';
import type { PowerItemTypes } from './power-item';

/** The question's answer. */
interface Checked {
  verdict: ExerciseVerdict;
  item: ItemRow | null;
  edition: EditionRow | null;
}

/** Adds `exerciseCheck`: off the list, no power (P5). */
export function addExerciseCheck(
  builder: HubBuilder<CatalogContext>,
  { PowerItem }: PowerItemTypes,
  edition: EditionRef,
  { Agency }: Pick<ForeignTypes, 'Agency'>,
) {
  const Verdict = builder.enumType('ExerciseVerdict', {
    description: 'Why a body may or may not exercise an item.',
    values: describedValues(VERDICT_TEXT),
  });
  const Check = builder.objectRef<Checked>('ExerciseCheck').implement({
    description: 'Whether an agency may exercise an item on a day, and why (P5 清单之外无职权).',
    fields: (t) => ({
      permitted: t.boolean({ description: 'It may.', resolve: ({ verdict }) => isPermitted(verdict) }),
      verdict: t.expose('verdict', { type: Verdict, description: 'The reason as a stable code.' }),
      reason: t.string({ nullable: true, description: 'The reason in Chinese.', resolve: ({ verdict }) => VERDICT_TEXT[verdict] }),
      conditions: t.string({
        nullable: true,
        description: 'Conditions of strict control (严管, P14) that it must keep; null when there are none, or it may not act at all.',
        resolve: ({ verdict, item }) => (isPermitted(verdict) ? (item?.conditions ?? null) : null),
      }),
      onBehalfOf: t.field({
        type: Agency,
        nullable: true,
        description: 'The body in whose name a trustee acts (委托机关, P4); null for a body that acts in its own.',
        resolve: ({ verdict, item }) => (verdict === 'PERMITTED_AS_TRUSTEE' && item ? { code: item.agencyCode } : null),
      }),
      item: t.expose('item', { type: PowerItem, nullable: true, description: 'The item as it was that day; null when it was not on the list.' }),
      edition: t.expose('edition', {
        type: edition,
        nullable: true,
        description: 'The edition (公布版本) in force that day in the item’s region, or in the agency’s where there is no such item; null before the first.',
      }),
    }),
  });
  builder.queryField('exerciseCheck', (t) =>
    t.field({
      type: Check,
      description: 'May this agency exercise this item on this day (P5)? From history, on any day. Public.',
      args: {
        itemCode: t.arg.id({ required: true }),
        agencyCode: t.arg.id({ required: true }),
        on: t.arg({ type: 'Date', description: 'Today when absent.' }),
      },
      resolve: async (_root, { itemCode: code, agencyCode, on: day }, { loaders, today }): Promise<Checked> => {
        const on = day ?? today;
        const [found, standing] = await Promise.all([loaders.items.load({ code, on }), loaders.standings.load({ code, agencyCode, on })]);
        const item = found !== null && PUBLIC_STATUSES.includes(found.status) ? found : null;
        return { verdict: exerciseCheck(item, agencyCode, standing?.trusteeCode), item, edition: standing?.edition ?? null };
      },
    }),
  );
}
