import { createHash } from 'node:crypto';

// A verifier as a stranger would write it from RFC 9162 (2.1.3.2, 2.1.4.2), with nothing of the hub's own in it.

const node = (left: string, right: string): string =>
  createHash('sha256').update(Buffer.concat([Buffer.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')])).digest('hex');

/** Whether the proof leads from the leaf at `index` to the root of the tree of `size`. */
export function isIncluded(index: number, size: number, leaf: string, root: string, proof: readonly string[]): boolean {
  if (index >= size) return false;
  let [fn, sn, r] = [BigInt(index), BigInt(size) - 1n, leaf];
  for (const p of proof) {
    if (sn === 0n) return false;
    if ((fn & 1n) === 1n || fn === sn) {
      r = node(p, r);
      while ((fn & 1n) === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else r = node(r, p);
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && r === root;
}

/** Whether the proof shows the tree of `first` leaves to be the beginning of the tree of `second`. */
export function isConsistent(first: number, second: number, firstRoot: string, secondRoot: string, proof: readonly string[]): boolean {
  if (first === second) return proof.length === 0 && firstRoot === secondRoot;
  if (first === 0 || first > second || proof.length === 0) return false;
  const isPowerOfTwo = Number.isInteger(Math.log2(first));
  const path = isPowerOfTwo ? [firstRoot, ...proof] : [...proof];
  let [fn, sn] = [BigInt(first) - 1n, BigInt(second) - 1n];
  while ((fn & 1n) === 1n) [fn, sn] = [fn >> 1n, sn >> 1n];
  let [fr, sr] = [path[0]!, path[0]!];
  for (const c of path.slice(1)) {
    if (sn === 0n) return false;
    if ((fn & 1n) === 1n || fn === sn) {
      [fr, sr] = [node(c, fr), node(c, sr)];
      while ((fn & 1n) === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else sr = node(sr, c);
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && fr === firstRoot && sr === secondRoot;
}
