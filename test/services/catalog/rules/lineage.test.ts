import fc from 'fast-check';
import { descent, extendLineage, type LineageEdge } from '../../../../services/catalog/rules/lineage';

const edge = (from: string, to: string): LineageEdge => ({ from, to, kind: 'MERGED' });

describe('P7 可追溯: what became of an item', () => {
  it('can be followed to the end', () => {
    const edges = [edge('A', 'B'), edge('B', 'C'), edge('A', 'D')];
    expect(descent(edges, 'A', 'C')).toEqual(['A', 'B', 'C']);
    expect(descent(edges, 'C', 'A')).toBeNull();
  });
  it('is never itself, directly or by way of others', () => {
    expect(extendLineage([], [edge('A', 'A')])).toMatchObject({ refusal: { code: 'LINEAGE_CYCLE', details: [{ path: 'lineage', value: 'A → A' }] } });
    expect(extendLineage([edge('A', 'B')], [edge('B', 'C'), edge('C', 'A')])).toMatchObject({ refusal: { code: 'LINEAGE_CYCLE', rule: 'P7' } });
  });
  it('is said once', () => {
    expect(extendLineage([edge('A', 'B')], [edge('A', 'B'), edge('A', 'C'), edge('A', 'C')])).toEqual({ ok: true, value: [edge('A', 'C')] });
  });
  it('has an end for every sequence of merges and splits', () => {
    const code = fc.constantFrom(...'ABCDEFGH');
    const several = fc.uniqueArray(code, { minLength: 2, maxLength: 4 });
    const merge = fc.record({ several, one: code }).map(({ several, one }) => several.map((from) => edge(from, one)));
    const split = fc.record({ several, one: code }).map(({ several, one }) => several.map((to): LineageEdge => ({ from: one, to, kind: 'SPLIT' })));
    fc.assert(
      fc.property(fc.array(fc.oneof(merge, split), { maxLength: 30 }), (decisions) => {
        const lineage: LineageEdge[] = [];
        for (const decision of decisions) {
          const extended = extendLineage(lineage, decision);
          if (extended.ok) lineage.push(...extended.value);
        }
        expect(unsorted(lineage)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

/** Items that remain when those that nothing leads to are taken away, again and again: those on a cycle. */
function unsorted(edges: readonly LineageEdge[]): LineageEdge[] {
  const left = edges.filter(({ from }) => edges.some(({ to }) => to === from));
  return left.length === edges.length ? [...edges] : unsorted(left);
}
