import { decideCancel } from '../../rules/adjustments/cancel';
import { adjusting, reference, type AdjustInput, type NamedInput } from './adjust';

export interface CancelItemInput extends AdjustInput {
  item: NamedInput;
}

/** Cancels an item (P14 取消). */
export const cancelItem = adjusting<CancelItemInput>({
  kind: 'CANCEL',
  items: ({ item }) => [reference(item, 'item', 'SUBJECT')],
  decide: (_input, given) => decideCancel(given),
});
