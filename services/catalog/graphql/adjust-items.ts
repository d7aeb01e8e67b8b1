import { describedValues } from '../../shared/graphql/described-values';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import { addItem } from '../commands/adjust/add-item';
import { mergeItems } from '../commands/adjust/merge-items';
import { splitItem } from '../commands/adjust/split-item';
import { takeOverItem } from '../commands/adjust/take-over-item';
import type { CatalogContext } from '../context';
import { TAKE_OVER_SOURCES } from '../rules/adjustments/take-over';
import { decideAdjustment, type AdjustmentResults } from './adjust-decide';
import { toException, toGrounds, toNamed, type AdjustInputs } from './adjust-inputs';
import { toNewPower, type NewItemInputs } from './new-item-input';

const REGION = { required: true, description: 'Region whose list it is.' } as const;
const DECISION = { required: true, description: 'Grounds, document, legality opinion, approver and day.' } as const;
const EXCEPTION = { required: true, description: 'Why the list may grow (P6).' } as const;

/** Adds the verbs that bring items onto the list: merge, split, add, take over. */
export function addItemAdjustments(
  builder: HubBuilder<CatalogContext>,
  { Decision, Item, Exception }: AdjustInputs,
  { NewItem }: NewItemInputs,
  resultOf: AdjustmentResults,
): void {
  const MergeInput = builder.inputType('MergeItemsInput', {
    description: 'Items to be merged into one (合并): into one of the list, or into a new one.',
    fields: (t) => ({
      regionCode: t.id(REGION),
      sources: t.field({ type: [Item], required: true, description: 'The items that cease, all of one category.' }),
      into: t.field({ type: Item, description: 'An item of the list that takes them in; it is not among the sources.' }),
      newItem: t.field({ type: NewItem, description: 'A new item that they become.' }),
      decision: t.field({ type: Decision, ...DECISION }),
    }),
  });
  const SplitInput = builder.inputType('SplitItemInput', {
    description: 'An item to be split into several (拆分).',
    fields: (t) => ({
      regionCode: t.id(REGION),
      item: t.field({ type: Item, required: true, description: 'The item that ceases.' }),
      results: t.field({ type: [NewItem], required: true, description: 'What it becomes, two at least, of its category.' }),
      exception: t.field({ type: Exception, ...EXCEPTION }),
      decision: t.field({ type: Decision, ...DECISION }),
    }),
  });
  const AddInput = builder.inputType('AddItemInput', {
    description: 'An item to be added by exception (新增).',
    fields: (t) => ({
      regionCode: t.id(REGION),
      newItem: t.field({ type: NewItem, required: true, description: 'The item.' }),
      exception: t.field({ type: Exception, ...EXCEPTION }),
      decision: t.field({ type: Decision, ...DECISION }),
    }),
  });
  const Source = builder.enumType('TakeOverSource', { description: 'How a power came down (权力来源).', values: describedValues(TAKE_OVER_SOURCES) });
  const Higher = builder.inputType('HigherBodyInput', {
    description: 'The higher body that sends a power down.',
    fields: (t) => ({
      bodyName: t.string({ required: true, description: 'Its name.' }),
      itemCode: t.id({ description: 'Its item, where the hub holds that list.' }),
      source: t.field({ type: Source, required: true, description: 'How; what is held by entrustment is not delegated again (许可法 24¶3).' }),
    }),
  });
  const TakeOverInput = builder.inputType('TakeOverItemInput', {
    description: 'A power of a higher body to be taken over (承接).',
    fields: (t) => ({
      regionCode: t.id(REGION),
      from: t.field({ type: Higher, required: true, description: 'Who sends it down.' }),
      newItem: t.field({ type: NewItem, required: true, description: 'The item as this list will hold it.' }),
      exception: t.field({ type: Exception, ...EXCEPTION }),
      decision: t.field({ type: Decision, ...DECISION }),
    }),
  });
  builder.mutationFields((t) => ({
    mergeItems: t.field({
      type: resultOf('MergeItemsResult'),
      description:
        'Merges similar items into one (P14 合并). Refused: NOT_ONE_RESULT, TOO_FEW_SOURCES, ITEMS_OF_DIFFERENT_CATEGORIES, LINEAGE_CYCLE. Role: the reform office.',
      args: { input: t.arg({ type: MergeInput, required: true }) },
      resolve: (_root, { input: { regionCode, sources, into, newItem, decision } }, context) =>
        decideAdjustment(context, mergeItems, {
          regionCode,
          decision: toGrounds(decision),
          sources: sources.map(toNamed),
          into: into ? toNamed(into) : null,
          newItem: newItem ? toNewPower(newItem) : null,
        }),
    }),
    splitItem: t.field({
      type: resultOf('SplitItemResult'),
      description:
        'Splits an item into several (拆分), a recorded exception (P6): the item is CANCELLED and lives on in its successors. Refused: TOO_FEW_RESULTS, MISSING_GOVERNMENT_APPROVAL, LINEAGE_CYCLE. Role: the reform office.',
      args: { input: t.arg({ type: SplitInput, required: true }) },
      resolve: (_root, { input: { regionCode, item, results, exception, decision } }, context) =>
        decideAdjustment(context, splitItem, {
          regionCode,
          decision: toGrounds(decision),
          item: toNamed(item),
          results: results.map(toNewPower),
          exception: toException(exception),
        }),
    }),
    addItem: t.field({
      type: resultOf('AddItemResult'),
      description:
        'Adds an item (新增), a recorded exception to “only fewer” (P6). Refused: MISSING_SUPERIOR_LAW, MISSING_GOVERNMENT_APPROVAL, ALREADY_ON_LIST, LIVES_ON_IN_OTHERS. Role: the government.',
      args: { input: t.arg({ type: AddInput, required: true }) },
      resolve: (_root, { input: { regionCode, newItem, exception, decision } }, context) =>
        decideAdjustment(context, addItem, { regionCode, decision: toGrounds(decision), newItem: toNewPower(newItem), exception: toException(exception) }),
    }),
    takeOverItem: t.field({
      type: resultOf('TakeOverItemResult'),
      description:
        'Takes a power that a higher body sends down onto the list (承接), a recorded exception (P6). Refused: NOT_FROM_ABOVE, ALREADY_ON_LIST. Role: the government.',
      args: { input: t.arg({ type: TakeOverInput, required: true }) },
      resolve: (_root, { input: { regionCode, from, newItem, exception, decision } }, context) =>
        decideAdjustment(context, takeOverItem, {
          regionCode,
          decision: toGrounds(decision),
          from: { ...from, itemCode: from.itemCode ?? null },
          newItem: toNewPower(newItem),
          exception: toException(exception),
        }),
    }),
  }));
}
