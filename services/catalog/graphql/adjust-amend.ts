import type { HubBuilder } from '../../shared/graphql/schema-builder';
import { amendItem } from '../commands/adjust/amend-item';
import type { CatalogContext } from '../context';
import type { AmendedFacts } from '../rules/adjustments/amend';
import { decideAdjustment, type AdjustmentResults } from './adjust-decide';
import { toGrounds, toNamed, type AdjustInputs } from './adjust-inputs';
import { toCitations, toOffices, type NewItemInputs } from './new-item-input';
import type { Vocabulary } from './vocabulary';

/** What cannot be empty is left as it is by null; what can be is cleared by it. */
const kept = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

/** Adds `amendItem`: what the list says about an item. */
export function addAmendItem(
  builder: HubBuilder<CatalogContext>,
  { Decision, Item }: AdjustInputs,
  { Basis, Office }: NewItemInputs,
  resultOf: AdjustmentResults,
  { ExerciseLevel }: Vocabulary,
): void {
  const Facts = builder.inputType('AmendedFactsInput', {
    description: 'What is said differently from now on. Absent parts stay as they are; null clears those that may be empty.',
    fields: (t) => ({
      name: t.string({ description: 'Item name (事项名称).' }),
      subItem: t.string({ description: 'Sub-item (子项).' }),
      levels: t.field({ type: [ExerciseLevel], description: 'Levels that exercise it (行使层级).' }),
      authoritySplit: t.string({ description: 'Authority split between levels (权限划分).' }),
      offices: t.field({ type: [Office], description: 'Responsible offices (承办机构).' }),
      bases: t.field({ type: [Basis], description: 'What it rests on (实施依据), the whole of it, in order.' }),
      basisText: t.string({ description: 'The basis as the list prints it.' }),
      duty: t.string({ description: 'Department duty it rests on (部门职责).' }),
      responsibilities: t.string({ description: 'Responsibilities by stage (责任事项).' }),
      accountability: t.string({ description: 'Accountability grounds (追责情形).' }),
      supervisionPhone: t.string({ description: 'Supervision phone (监督电话).' }),
      remark: t.string({ description: 'Remark (备注).' }),
    }),
  });
  const Input = builder.inputType('AmendItemInput', {
    description: 'An item to be restated (修改).',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'Region whose list it is.' }),
      item: t.field({ type: Item, required: true, description: 'The item.' }),
      amended: t.field({ type: Facts, required: true, description: 'What is said differently.' }),
      decision: t.field({ type: Decision, required: true, description: 'Grounds, document, legality opinion, approver and day.' }),
    }),
  });
  builder.mutationField('amendItem', (t) =>
    t.field({
      type: resultOf('AmendItemResult'),
      description:
        'Restates an item (修改): its state, code and history stay; its category and body cannot be amended. Refused: NOTHING_CHANGES, NAME_TAKEN, MISSING_BASIS. Role: the reform office.',
      args: { input: t.arg({ type: Input, required: true }) },
      resolve: (_root, { input: { regionCode, item, amended, decision } }, context) => {
        const { name, levels, offices, bases, ...clearable } = amended;
        const facts: AmendedFacts = {
          ...clearable,
          ...(offices ? toOffices(offices) : {}),
          name: kept(name?.trim()),
          levels: levels ? [...levels] : undefined,
          citations: bases ? toCitations(bases) : undefined,
        };
        return decideAdjustment(context, amendItem, { regionCode, decision: toGrounds(decision), item: toNamed(item), amended: facts });
      },
    }),
  );
}
