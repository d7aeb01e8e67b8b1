import { decideSplit } from '../../../../../services/catalog/rules/adjustments/split';
import { exception, facts, given, held, made, named, no, yes } from './given';

const source = (item = held('A')) => named(item, 'SOURCE');

describe('domain §4 拆分, an exception to only-fewer (P6)', () => {
  it('an item is cancelled and lives on in several', () => {
    const { changes, listings, lineage } = yes(decideSplit(given([source()], { results: [made('N1'), made('N2')] }), exception));
    expect(changes.map(({ status, event }) => [status, event])).toEqual([['CANCELLED', 'ItemSplit']]);
    expect(listings.map(({ item, status }) => [item.code, status])).toEqual([['N1', 'LISTED'], ['N2', 'LISTED']]);
    expect(lineage).toEqual([{ from: 'A', to: 'N1', kind: 'SPLIT' }, { from: 'A', to: 'N2', kind: 'SPLIT' }]);
  });
  it('strict control goes over to every part', () => {
    const { listings } = yes(decideSplit(given([source(held('A', 'TIGHTENED', { conditions: '须公示' }))], { results: [made('N1'), made('N2')] }), exception));
    expect(listings.map(({ status, conditions }) => [status, conditions])).toEqual([['TIGHTENED', '须公示'], ['TIGHTENED', '须公示']]);
  });
  it('has two results at least, of its own category, that differ', () => {
    expect(no(decideSplit(given([source()], { results: [made('N1')] }), exception))).toEqual(['TOO_FEW_RESULTS', 'P14']);
    const penalty = source(held('A', 'LISTED', { facts: facts('A', { category: 'PENALTY' }) }));
    expect(no(decideSplit(given([penalty], { results: [made('N1'), made('N2')] }), exception))).toEqual(['ITEMS_OF_DIFFERENT_CATEGORIES', 'P14']);
    expect(no(decideSplit(given([source()], { results: [made('N1', { name: '同' }), made('N2', { name: '同' })] }), exception))).toEqual(['ITEM_NAMED_TWICE', 'P14']);
  });
  it('needs the government’s approval, not a superior law', () => {
    const results = [made('N1'), made('N2')];
    expect(no(decideSplit(given([source()], { results }), { ...exception, approval: null }))).toEqual(['MISSING_GOVERNMENT_APPROVAL', 'P6']);
    expect(no(decideSplit(given([source()], { results }), { ...exception, superiorLaw: null }))).toBeNull();
  });
});
