import { createHash } from 'node:crypto';

/** RFC 6962 2.1: the hash of an empty tree. */
export const EMPTY_ROOT = createHash('sha256').digest('hex');

/** RFC 6962 2.1: SHA256(0x01 ‖ left ‖ right), hexadecimal. Leaves are the journal's own: SHA256(0x00 ‖ entry). */
export const nodeHash = (left: string, right: string): string =>
  createHash('sha256').update(Buffer.of(1)).update(left, 'hex').update(right, 'hex').digest('hex');

/** The root over the roots of a tree's full subtrees, the largest (leftmost) first. */
export const foldRoots = (roots: readonly string[]): string =>
  roots.length === 0 ? EMPTY_ROOT : roots.reduceRight((right, left) => nodeHash(left, right));

/** The root of a full subtree over its nodes of one level, a power of two of them. */
export function foldFull(nodes: readonly string[]): string {
  let level = nodes;
  while (level.length > 1) level = level.flatMap((node, i) => (i % 2 === 0 ? [nodeHash(node, level[i + 1]!)] : []));
  return level[0]!;
}

/** A tree that grows leaf by leaf and remembers only the roots of its full subtrees: its root at any size, in constant memory. */
export class GrowingTree {
  private size = 0;
  private readonly roots: string[] = [];

  append(leaf: string): void {
    let hash = leaf;
    // As many full subtrees join as the size has trailing ones.
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(this.roots.pop()!, hash);
    this.roots.push(hash);
    this.size += 1;
  }

  root(): string {
    return foldRoots(this.roots);
  }
}
