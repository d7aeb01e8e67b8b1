import { decideAdd } from '../../rules/adjustments/add';
import type { ExceptionRecord } from '../../rules/adjustments/exception';
import type { PlacedPower } from '../../rules/identify-items';
import { adjusting, type AdjustInput } from './adjust';
import { exceptionDetails } from './exception-details';

export interface AddItemInput extends AdjustInput {
  exception: ExceptionRecord;
  newItem: PlacedPower;
}

/** Adds an item to the list, by exception (P6 新增). */
export const addItem = adjusting<AddItemInput>({
  kind: 'ADD',
  results: ({ newItem }) => [{ path: 'newItem', power: newItem }],
  details: ({ exception }) => exceptionDetails(exception),
  decide: ({ exception }, given) => decideAdd(given, exception),
});
