/** Numbers from 0 up to 1, the same every time for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <Item>(random: () => number, items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;

/** One of these, the earlier the likelier: the k-th about 1/k as often as the first, as words are in any text. */
export function pickByRank<Item>(random: () => number, items: readonly Item[]): Item {
  return items[Math.min(items.length - 1, Math.floor(items.length ** random()) - 1)]!;
}

/** A key by its share of the whole. */
export function pickByShare<Key extends string>(random: () => number, shares: Readonly<Record<Key, number>>): Key {
  const entries = Object.entries<number>(shares) as [Key, number][];
  let left = random() * entries.reduce((sum, [, share]) => sum + share, 0);
  return (entries.find(([, share]) => (left -= share) < 0) ?? entries.at(-1)!)[0];
}
