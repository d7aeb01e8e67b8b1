/** Rows `from` (inclusive) to `to` (exclusive) of a journal, counted from 0 as in RFC 6962. */
export interface Range {
  from: number;
  to: number;
}

/** A full subtree: 2^level leaves, the `position`-th of its level, from 0. */
export interface Subtree {
  level: number;
  position: number;
}

/** The largest power of two smaller than `n`; n > 1. Without bit operations, which end at 2^31. */
export function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The full subtrees a range is made of, leftmost first. The range starts where a subtree of its size may start. */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const found: Subtree[] = [];
  for (let at = from; at < to; ) {
    let level = 0;
    let size = 1;
    while (at + size * 2 <= to && at % (size * 2) === 0) {
      size *= 2;
      level += 1;
    }
    found.push({ level, position: at / size });
    at += size;
  }
  return found;
}

/** RFC 6962 2.1.1, PATH(m, D[n]): the subtrees whose roots prove that leaf `index` is in the tree of `size`, nearest first. */
export function inclusionRanges(index: number, size: number): Range[] {
  const walk = (from: number, to: number): Range[] => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle ? [...walk(from, middle), { from: middle, to }] : [...walk(middle, to), { from, to: middle }];
  };
  return walk(0, size);
}

/** RFC 6962 2.1.2, PROOF(m, D[n]): the subtrees whose roots prove that the tree of `old` leaves is the beginning of that of `size`. */
export function consistencyRanges(old: number, size: number): Range[] {
  const walk = (from: number, to: number, isKnown: boolean): Range[] => {
    if (old === to) return isKnown ? [] : [{ from, to }];
    const middle = from + splitOf(to - from);
    return old <= middle
      ? [...walk(from, middle, isKnown), { from: middle, to }]
      : [...walk(middle, to, false), { from, to: middle }];
  };
  return old === 0 || old === size ? [] : walk(0, size, true);
}
