import { decideTighten } from '../../rules/adjustments/tighten';
import { adjusting, reference, type AdjustInput, type NamedInput } from './adjust';

export interface TightenItemInput extends AdjustInput {
  item: NamedInput;
  conditions: string;
}

/** Puts an item under strict control, or under other conditions (P14 严管). */
export const tightenItem = adjusting<TightenItemInput>({
  kind: 'TIGHTEN',
  items: ({ item }) => [reference(item, 'item', 'SUBJECT')],
  details: ({ conditions }) => ({ conditions: conditions.trim() }),
  decide: ({ conditions }, given) => decideTighten(given, conditions),
});
