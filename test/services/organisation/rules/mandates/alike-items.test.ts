import * as fc from 'fast-check';
import { alikeItems } from '../../../../../services/organisation/rules/mandates/alike-items';
import type { ItemFacts } from '../../../../../services/organisation/rules/mandates/cross-check-facts';
import { facts, FORESTRY, item, WATER } from './facts';

const alike = (items: ItemFacts[]) => alikeItems(facts({ items }));
const pairs = (found: ReturnType<typeof alike>) => [...found].flatMap(([code, others]) => others.map(({ item: other }) => `${code}~${other.code}`)).toSorted();

/** The rule said plainly: every title with every other. */
function everyPair(items: readonly ItemFacts[]): string[] {
  const letterPairs = (text: string) => new Set(text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const dice = (a: Set<string>, b: Set<string>) => (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
  return items
    .flatMap((a) => items.filter((b) => a.agencyCode !== b.agencyCode && a.category === b.category && dice(letterPairs(a.name), letterPairs(b.name)) >= 0.9).map((b) => `${a.code}~${b.code}`))
    .toSorted();
}

/** A title, and others that differ from it in a letter here and there. */
const variants = fc
  .tuple(fc.string({ unit: fc.constantFrom(...'取水许可证审批河道采砂管理'), minLength: 1, maxLength: 45 }), fc.array(fc.array(fc.tuple(fc.nat(44), fc.constantFrom('', '甲', '水', '取水')), { maxLength: 3 }), { minLength: 1, maxLength: 6 }))
  .map(([title, edits]) => [title, ...edits.map((edit) => edit.reduce((text, [at, letter]) => text.slice(0, at) + letter + text.slice(at + 1), title))]);

describe('items of two bodies that are the same or nearly the same', () => {
  it('are found by the prefix filter exactly as by comparing every pair', () => {
    let some = 0;
    fc.assert(
      fc.property(fc.array(variants, { minLength: 1, maxLength: 4 }), fc.array(fc.boolean(), { minLength: 28, maxLength: 28 }), (titles, whose) => {
        const items = titles.flat().filter((name) => name !== '').map((name, i) => item(`W${i}`, name, { agencyCode: whose[i % 28] ? WATER : FORESTRY, category: i % 5 === 0 ? 'PENALTY' : 'LICENSE' }));
        const expected = everyPair(items);
        some += expected.length;
        expect(pairs(alike(items))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(some).toBeGreaterThan(100); // the property speaks of something
  });

  it('are found at the very edge: nine of eleven pairs in common', () => {
    const name = '一二三四五六七八九十甲乙'; // 11 pairs
    expect(alike([item('W1', name), item('F1', name.slice(2), { agencyCode: FORESTRY })]).get('W1')).toMatchObject([{ item: { code: 'F1' }, score: 0.9 }]);
    expect(pairs(alike([item('W1', name), item('F1', name.slice(3), { agencyCode: FORESTRY })]))).toEqual([]);
  });

  it('are the same whatever the brackets, the width and the spaces', () => {
    const items = [item('W1', '取水许可', { subItem: '延续' }), item('F1', '取水 许可(延续)', { agencyCode: FORESTRY })];
    expect(alike(items).get('W1')).toMatchObject([{ score: 1 }]);
  });

  it('come most alike first', () => {
    const name = '一二三四五六七八九十甲乙丙丁戊己庚辛';
    const items = [item('W1', name), item('F1', `${name}壬`, { agencyCode: FORESTRY }), item('F3', name, { agencyCode: FORESTRY }), item('F2', name, { agencyCode: FORESTRY })];
    expect(alike(items).get('W1')!.map(({ item: { code } }) => code)).toEqual(['F2', 'F3', 'F1']);
  });
});
