import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import type { ItemRow } from '../queries/item-columns';
import { exerciseCheck, isPermitted, VERDICT_TEXT, type ExerciseVerdict } from '../rules/exercise-check';
import { PUBLIC_STATUSES } from '../rules/on-the-list';
import type { PowerItemTypes } from './power-item';

/** Adds `exerciseCheck`: off the list, no power (P5). */
export function addExerciseCheck(builder: HubBuilder<CatalogContext>, { PowerItem }: PowerItemTypes) {
  const Verdict = builder.enumType('ExerciseVerdict', {
    description: 'Why a body may or may not exercise an item.',
    values: Object.fromEntries(Object.entries(VERDICT_TEXT).map(([value, text]) => [value, { description: text }])) as {
      [Value in ExerciseVerdict]: { description: string };
    },
  });
  const Check = builder.objectRef<{ verdict: ExerciseVerdict; item: ItemRow | null }>('ExerciseCheck').implement({
    description: 'Whether an agency may exercise an item on a day, and why (P5 清单之外无职权).',
    fields: (t) => ({
      permitted: t.boolean({ description: 'It may.', resolve: ({ verdict }) => isPermitted(verdict) }),
      verdict: t.expose('verdict', { type: Verdict, description: 'The reason as a stable code.' }),
      reason: t.string({ nullable: true, description: 'The reason in Chinese.', resolve: ({ verdict }) => VERDICT_TEXT[verdict] }),
      item: t.expose('item', { type: PowerItem, nullable: true, description: 'The item as it was that day; null when it was not on the list.' }),
    }),
  });
  builder.queryField('exerciseCheck', (t) =>
    t.field({
      type: Check,
      description: 'May this agency exercise this item on this day (P5)? Public.',
      args: {
        itemCode: t.arg.id({ required: true }),
        agencyCode: t.arg.id({ required: true }),
        on: t.arg({ type: 'Date', description: 'Today when absent.' }),
      },
      resolve: async (_root, { itemCode, agencyCode, on }, { loaders, today }) => {
        const found = await loaders.items.load({ code: itemCode, on: on ?? today });
        const item = found !== null && PUBLIC_STATUSES.includes(found.status) ? found : null;
        return { verdict: exerciseCheck(item, agencyCode), item };
      },
    }),
  );
}
