import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { EMPTY_ROOT, foldFull, foldRoots, GrowingTree } from '../../../../services/shared/checkpoints/merkle';
import { consistencyRanges, inclusionRanges, type Range, subtreesOf } from '../../../../services/shared/checkpoints/tree-shape';
import { isConsistent, isIncluded } from './check-proof';

const leafHash = (data: string): string => createHash('sha256').update(Buffer.of(0)).update(data, 'hex').digest('hex');

/** The leaves that implementations of RFC 6962 are commonly tested with, and the roots of their first 1 … 8. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(leafHash);
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The hash of a range as the hub makes it: from full subtrees. */
const hashOf = (leaves: readonly string[], range: Range): string =>
  foldRoots(subtreesOf(range).map(({ level, position }) => foldFull(leaves.slice(position * 2 ** level, (position + 1) * 2 ** level))));
const rootOf = (leaves: readonly string[]): string => hashOf(leaves, { from: 0, to: leaves.length });
const proofOf = (leaves: readonly string[], ranges: readonly Range[]): string[] => ranges.map((range) => hashOf(leaves, range));

describe('the Merkle tree of RFC 6962', () => {
  it('has the known roots', () => {
    expect(EMPTY_ROOT).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(ROOTS.map((_, i) => rootOf(LEAVES.slice(0, i + 1)))).toEqual(ROOTS);
    const tree = new GrowingTree();
    expect(tree.root()).toBe(EMPTY_ROOT);
    expect(LEAVES.map((leaf) => (tree.append(leaf), tree.root()))).toEqual(ROOTS);
  });

  it.each([
    [0, 1, []],
    [0, 8, ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
    [5, 8, ['bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', ROOTS[3]!]],
    [2, 3, [ROOTS[1]!]],
    [1, 5, [ROOTS[0]!, '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b']],
  ])('proves leaf %i in the tree of %i as others do', (index, size, proof) => {
    expect(proofOf(LEAVES, inclusionRanges(index, size))).toEqual(proof);
  });

  it.each([
    [1, 1, []],
    [1, 8, ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
    [6, 8, ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', ROOTS[3]!]],
    [2, 5, ['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b']],
  ])('proves %i leaves to begin the tree of %i as others do', (old, size, proof) => {
    expect(proofOf(LEAVES, consistencyRanges(old, size))).toEqual(proof);
  });

  const sizes = fc.integer({ min: 1, max: 700 }).chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size })));
  const leaves = Array.from({ length: 700 }, (_, i) => leafHash(i.toString(16).padStart(4, '0')));

  it('proves every row of every size to a stranger, and nothing else', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), ([size, sequence], where) => {
        const root = rootOf(leaves.slice(0, size));
        const proof = proofOf(leaves, inclusionRanges(sequence - 1, size));
        expect(isIncluded(sequence - 1, size, leaves[sequence - 1]!, root, proof)).toBe(true);
        expect(isIncluded(sequence - 1, size, leafHash('ff'), root, proof)).toBe(false);
        if (proof.length > 0) expect(isIncluded(sequence - 1, size, leaves[sequence - 1]!, root, proof.with(where % proof.length, leafHash('ee')))).toBe(false);
      }),
    );
  });

  it('proves every growth to a stranger, and no rewriting', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), ([size, old], where) => {
        const [oldRoot, root] = [rootOf(leaves.slice(0, old)), rootOf(leaves.slice(0, size))];
        expect(isConsistent(old, size, oldRoot, root, proofOf(leaves, consistencyRanges(old, size)))).toBe(true);
        const rewritten = leaves.with(where % old, leafHash('ff'));
        const fork = rootOf(rewritten.slice(0, size));
        expect(isConsistent(old, size, oldRoot, fork, proofOf(rewritten, consistencyRanges(old, size)))).toBe(false);
      }),
    );
  });
});
