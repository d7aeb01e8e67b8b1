/**
 * Places on a line, in order, at least `gaps[i]` apart from one to the next, as near as possible to where each would be:
 * least squares, by pooling neighbours that would overlap.
 */
export function spread(wanted: readonly number[], gaps: readonly number[]): number[] {
  let offset = 0;
  const offsets = wanted.map((_, i) => (offset += i === 0 ? 0 : gaps[i - 1]!));
  const blocks: { sum: number; count: number }[] = [];
  wanted.forEach((at, i) => {
    blocks.push({ sum: at - offsets[i]!, count: 1 });
    while (blocks.length > 1 && mean(blocks.at(-2)!) > mean(blocks.at(-1)!)) {
      const last = blocks.pop()!;
      const before = blocks.at(-1)!;
      before.sum += last.sum;
      before.count += last.count;
    }
  });
  return blocks.flatMap((block) => Array.from({ length: block.count }, () => mean(block))).map((at, i) => at + offsets[i]!);
}

const mean = ({ sum, count }: { sum: number; count: number }): number => sum / count;
