import fc from 'fast-check';
import { byOutcome, changedElements, composeDiffs, diffEditions, type Snapshot } from '../../../../services/catalog/rules/edition-diff';

const edition = (items: Record<string, Record<string, string | null>>): Snapshot => new Map(Object.entries(items));

const anyEdition: fc.Arbitrary<Snapshot> = fc
  .dictionary(fc.constantFrom(...'ABCDEF'), fc.record({ NAME: fc.constantFrom('甲', '乙'), REMARK: fc.constantFrom(null, '注') }))
  .map((items) => edition({ ...items }));

describe('comparing two editions (P7)', () => {
  it('tells what was added, removed and changed, by element', () => {
    const diff = diffEditions(
      edition({ A: { NAME: '取水许可', REMARK: null }, B: { NAME: '采砂许可', REMARK: null }, C: { NAME: '同', REMARK: null } }),
      edition({ C: { NAME: '同', REMARK: null }, A: { NAME: '取水许可', REMARK: '含延续' }, D: { NAME: '新', REMARK: null } }),
    );
    const { added, removed, changed } = byOutcome(diff);
    expect(added.map(({ code }) => code)).toEqual(['D']);
    expect(removed.map(({ code }) => code)).toEqual(['B']);
    expect(changed.map(({ code }) => code)).toEqual(['A']);
    expect(changedElements(changed[0]!)).toEqual([{ name: 'REMARK', before: null, after: '含延续' }]);
  });

  it('of an edition with itself is empty', () => {
    fc.assert(fc.property(anyEdition, (a) => expect(diffEditions(a, a)).toEqual([])));
  });

  it('composes: A→B and then B→C is A→C', () => {
    fc.assert(
      fc.property(anyEdition, anyEdition, anyEdition, (a, b, c) =>
        expect(composeDiffs(diffEditions(a, b), diffEditions(b, c))).toEqual(diffEditions(a, c)),
      ),
    );
  });

  it('counts every item once: what is in both and not changed is unchanged', () => {
    fc.assert(
      fc.property(anyEdition, anyEdition, (a, b) => {
        const { added, removed, changed } = byOutcome(diffEditions(a, b));
        const kept = [...a.keys()].filter((code) => b.has(code)).length;
        expect([added.length, removed.length]).toEqual([b.size - kept, a.size - kept]);
        expect(changed.length).toBeLessThanOrEqual(kept);
      }),
    );
  });
});
