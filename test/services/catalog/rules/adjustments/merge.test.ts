import { decideMerge } from '../../../../../services/catalog/rules/adjustments/merge';
import { facts, given, held, made, named, no, yes } from './given';

const A = named(held('A'), 'SOURCE');
const B = named(held('B'), 'SOURCE');

describe('P14 合并', () => {
  it('several items become a new one; each can be followed to it (P7)', () => {
    const { changes, listings, lineage } = yes(decideMerge(given([A, B], { results: [made('N')] })));
    expect(changes.map(({ status, part }) => [status, part])).toEqual([['MERGED', 'SOURCE'], ['MERGED', 'SOURCE']]);
    expect(listings.map(({ item, status, event }) => [item.code, status, event])).toEqual([['N', 'LISTED', 'ItemListed']]);
    expect(lineage).toEqual([{ from: 'A', to: 'N', kind: 'MERGED' }, { from: 'B', to: 'N', kind: 'MERGED' }]);
  });
  it('one item goes into another of the list, which stays', () => {
    const { changes, lineage } = yes(decideMerge(given([A, named(held('B'), 'RESULT')])));
    expect(changes.map(({ held: item, status, event }) => [item.facts.code, status, event])).toEqual([['A', 'MERGED', 'ItemMerged'], ['B', 'LISTED', 'ItemChanged']]);
    expect(lineage).toEqual([{ from: 'A', to: 'B', kind: 'MERGED' }]);
  });
  it('strict control goes over to the result, from every source', () => {
    const tightened = (code: string, conditions: string) => named(held(code, 'TIGHTENED', { conditions }), 'SOURCE');
    const { listings } = yes(decideMerge(given([tightened('A', '甲'), tightened('B', '乙'), tightened('C', '甲')], { results: [made('N')] })));
    expect(listings[0]).toMatchObject({ status: 'TIGHTENED', conditions: '甲；乙' });
  });
  it('takes two items at least, and has one result', () => {
    expect(no(decideMerge(given([A], { results: [made('N')] })))).toEqual(['TOO_FEW_SOURCES', 'P14']);
    expect(no(decideMerge(given([A, B])))).toEqual(['NOT_ONE_RESULT', 'P14']);
    expect(no(decideMerge(given([A, named(held('B'), 'RESULT')], { results: [made('N')] })))).toEqual(['NOT_ONE_RESULT', 'P14']);
  });
  it('is of items of one category and one region', () => {
    const penalty = named(held('P', 'LISTED', { facts: facts('P', { category: 'PENALTY' }) }), 'SOURCE');
    expect(no(decideMerge(given([A, penalty], { results: [made('N')] })))).toEqual(['ITEMS_OF_DIFFERENT_CATEGORIES', 'P14']);
    expect(no(decideMerge(given([A, B], { results: [made('N', { category: 'PENALTY' })] })))).toEqual(['ITEMS_OF_DIFFERENT_CATEGORIES', 'P14']);
    expect(no(decideMerge(given([A, named(held('Q', 'LISTED', { regionCode: '140105' }), 'SOURCE')], { results: [made('N')] })))).toEqual(['ITEM_OF_OTHER_REGION', 'P14']);
  });
  it('does not lift a suspension by the way', () => {
    expect(no(decideMerge(given([A, named(held('B', 'SUSPENDED'), 'SOURCE')], { results: [made('N')] })))).toEqual(['STATE_DOES_NOT_ALLOW', 'P14']);
  });
  it('nothing is merged into what comes of it (P7)', () => {
    const lineage = [{ from: 'B', to: 'C', kind: 'SPLIT' as const }, { from: 'C', to: 'A', kind: 'MERGED' as const }];
    const outcome = decideMerge(given([A, named(held('B'), 'RESULT')], { lineage }));
    expect(no(outcome)).toEqual(['LINEAGE_CYCLE', 'P7']);
    expect(outcome.ok ? [] : outcome.refusal.details).toEqual([{ path: 'lineage', value: 'A → B → C → A' }]);
  });
});
