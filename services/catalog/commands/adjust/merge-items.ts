import { decideMerge } from '../../rules/adjustments/merge';
import type { PlacedPower } from '../../rules/identify-items';
import { adjusting, reference, type AdjustInput, type NamedInput } from './adjust';

export interface MergeItemsInput extends AdjustInput {
  /** The items that cease. */
  sources: NamedInput[];
  /** An item of the list that takes them in, or … */
  into: NamedInput | null;
  /** … a new one that they become. */
  newItem: PlacedPower | null;
}

/** Merges similar items into one (P14 合并). */
export const mergeItems = adjusting<MergeItemsInput>({
  kind: 'MERGE',
  items: ({ sources, into }) => [
    ...sources.map((source, i) => reference(source, `sources.${i}`, 'SOURCE')),
    ...(into === null ? [] : [reference(into, 'into', 'RESULT')]),
  ],
  results: ({ newItem }) => (newItem === null ? [] : [{ path: 'newItem', power: newItem }]),
  decide: (_input, given) => decideMerge(given),
});
