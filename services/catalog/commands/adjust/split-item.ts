import type { ExceptionRecord } from '../../rules/adjustments/exception';
import { decideSplit } from '../../rules/adjustments/split';
import type { PlacedPower } from '../../rules/identify-items';
import { adjusting, reference, type AdjustInput, type NamedInput } from './adjust';
import { exceptionDetails } from './exception-details';

export interface SplitItemInput extends AdjustInput {
  exception: ExceptionRecord;
  item: NamedInput;
  /** What it becomes, two at least. */
  results: PlacedPower[];
}

/** Splits an item into several (拆分), by exception (P6). */
export const splitItem = adjusting<SplitItemInput>({
  kind: 'SPLIT',
  items: ({ item }) => [reference(item, 'item', 'SOURCE')],
  results: ({ results }) => results.map((power, i) => ({ path: `results.${i}`, power })),
  details: ({ exception }) => exceptionDetails(exception),
  decide: ({ exception }, given) => decideSplit(given, exception),
});
