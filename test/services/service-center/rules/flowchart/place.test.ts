import fc from 'fast-check';
import { toLayers } from '../../../../../services/service-center/rules/flowchart/layers';
import { place } from '../../../../../services/service-center/rules/flowchart/place';
import { spread } from '../../../../../services/service-center/rules/flowchart/spread';

/** Any graph without circles: arrows lead to later nodes. */
const graphs = fc.integer({ min: 1, max: 14 }).chain((count) =>
  fc.record({
    sizes: fc.array(fc.record({ width: fc.integer({ min: 20, max: 240 }), height: fc.integer({ min: 10, max: 160 }) }), { minLength: count, maxLength: count }),
    arrows: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 24 }),
  }),
);

describe('placing a graph in layers', () => {
  it('lets no two boxes overlap, keeps all within the drawing, and ends every arrow at its boxes', () => {
    fc.assert(
      fc.property(graphs, ({ sizes, arrows }) => {
        const nodes = new Map(sizes.map((size, i) => [String(i), size]));
        const ways = arrows.filter(([a, b]) => a !== b).map(([a, b]) => ({ from: String(Math.min(a, b)), to: String(Math.max(a, b)) }));
        const { boxes, lines, width, height } = place(toLayers(nodes, ways));
        const all = [...boxes.values()];
        for (const a of all) {
          expect(Math.min(a.x, a.y)).toBeGreaterThanOrEqual(-0.1);
          expect(a.x + a.width).toBeLessThanOrEqual(width + 0.1);
          expect(a.y + a.height).toBeLessThanOrEqual(height + 0.1);
          for (const b of all)
            if (a !== b) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
        }
        ways.forEach(({ from, to }, i) => {
          const [start, end] = [lines[i]!.at(0)!, lines[i]!.at(-1)!];
          const [above, below] = [boxes.get(from)!, boxes.get(to)!];
          expect(Math.abs(start.y - above.y - above.height) + Math.abs(end.y - below.y)).toBeLessThan(0.5);
          expect(Math.abs(start.x - above.x - above.width / 2) + Math.abs(end.x - below.x - below.width / 2)).toBeLessThan(1);
        });
      }),
      { numRuns: 200 },
    );
  });
  it('spreads places as little as needed', () => {
    expect(spread([0, 0, 50], [10, 10])).toEqual([-5, 5, 50]);
    expect(spread([5, 0], [10])).toEqual([-2.5, 7.5]);
  });
});
