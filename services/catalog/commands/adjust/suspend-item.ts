import { decideSuspend } from '../../rules/adjustments/suspend';
import { adjusting, reference, type AdjustInput, type NamedInput } from './adjust';

export interface SuspendItemInput extends AdjustInput {
  item: NamedInput;
}

/** Suspends an item (暂停). */
export const suspendItem = adjusting<SuspendItemInput>({
  kind: 'SUSPEND',
  items: ({ item }) => [reference(item, 'item', 'SUBJECT')],
  decide: (_input, given) => decideSuspend(given),
});
