/** What an item says in an edition: element → its words, null where it says nothing. */
export type ItemState<Element extends string = string> = Readonly<Record<Element, string | null>>;

/** An edition as a comparison sees it: item code → what it says. */
export type Snapshot<Element extends string = string> = ReadonlyMap<string, ItemState<Element>>;

/** One element that two editions say differently. */
export interface ElementChange {
  name: string;
  before: string | null;
  after: string | null;
}

/** What became of one item between two editions. `before` is null for an addition, `after` for a removal. */
export interface ItemDifference {
  code: string;
  before: ItemState | null;
  after: ItemState | null;
}

/** Differences in the order of the codes; an item that says the same in both is not among them. */
export type EditionDiff = readonly ItemDifference[];

/** The elements that differ, in the order in which the states name them. */
export function changedElements({ before, after }: ItemDifference): ElementChange[] {
  if (before === null || after === null) return [];
  return Object.keys(after)
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }))
    .filter((element) => element.before !== element.after);
}

const isDifferent = (difference: ItemDifference): boolean =>
  (difference.before === null) !== (difference.after === null) || changedElements(difference).length > 0;

const inOrder = (differences: ItemDifference[]): EditionDiff =>
  differences.filter(isDifferent).toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** P7 可追溯: what was added, removed and changed from one edition to another. */
export const diffEditions = (before: Snapshot, after: Snapshot): EditionDiff =>
  inOrder(
    [...new Set([...before.keys(), ...after.keys()])].map((code) => ({
      code,
      before: before.get(code) ?? null,
      after: after.get(code) ?? null,
    })),
  );

/** The differences A→B followed by B→C are the differences A→C: what was undone on the way is none. */
export function composeDiffs(first: EditionDiff, second: EditionDiff): EditionDiff {
  const later = new Map(second.map((difference) => [difference.code, difference]));
  const earlier = new Set(first.map(({ code }) => code));
  return inOrder([
    ...first.map(({ code, before, after }) => {
      const next = later.get(code);
      return { code, before, after: next ? next.after : after };
    }),
    ...second.filter(({ code }) => !earlier.has(code)),
  ]);
}

/** A diff by what happened. */
export function byOutcome(diff: EditionDiff): Record<'added' | 'removed' | 'changed', ItemDifference[]> {
  return {
    added: diff.filter(({ before }) => before === null),
    removed: diff.filter(({ after }) => after === null),
    changed: diff.filter(({ before, after }) => before !== null && after !== null),
  };
}
