import { decideAdd } from '../../../../../services/catalog/rules/adjustments/add';
import { decideTakeOver, type HigherBody } from '../../../../../services/catalog/rules/adjustments/take-over';
import { exception, given, held, made, no, yes } from './given';

const add = (item = made('N'), more: Parameters<typeof given>[1] = {}) => decideAdd(given([], { results: [item], ...more }), exception);

describe('P6 新增: the list only decreases, but by recorded exception', () => {
  it('an item is added', () => {
    expect(yes(add()).listings.map(({ item, status, event }) => [item.code, status, event])).toEqual([['N', 'LISTED', 'ItemAdded']]);
  });
  it('with a superior law and the government’s approval', () => {
    const of = (more: Partial<typeof exception>) => decideAdd(given([], { results: [made('N')] }), { ...exception, ...more });
    expect(no(of({ superiorLaw: ' ' }))).toEqual(['MISSING_SUPERIOR_LAW', 'P6']);
    expect(no(of({ approval: { ...exception.approval, title: '' } }))).toEqual(['MISSING_GOVERNMENT_APPROVAL', 'P6']);
  });
  it('not when it is on the list', () => expect(no(add(made('A', {}, held('A'))))).toEqual(['ALREADY_ON_LIST', 'P6']));
  it('one once cancelled comes back under its code, unless it lives on in others (P7)', () => {
    expect(no(add(made('A', {}, held('A', 'CANCELLED'))))).toBeNull();
    expect(no(add(made('A', {}, held('A', 'CANCELLED', { successors: ['N1', 'N2'] }))))).toEqual(['LIVES_ON_IN_OTHERS', 'P7']);
    expect(no(add(made('A', {}, held('A', 'MERGED', { successors: ['B'] }))))).toEqual(['LIVES_ON_IN_OTHERS', 'P7']);
    expect(no(add(made('A', {}, held('A', 'CANCELLED', { validFrom: '2014-11-01' }))))).toEqual(['EFFECTIVE_IN_ITEMS_PAST', 'P7']);
  });
});

describe('P2, P1: an item is stated with', () => {
  it.each([
    ['a name', { name: '' }, 'INVALID_NAME', 'P2'],
    ['a name of sensible length', { name: '长'.repeat(1001) }, 'INVALID_NAME', 'P2'],
    ['its body', { body: ' ' }, 'MISSING_BODY', 'P2'],
    ['its level', { levels: [] }, 'MISSING_LEVEL', 'P2'],
    ['its basis', { citations: [], basisText: null }, 'MISSING_BASIS', 'P2'],
    ['a category of the list’s scheme', { category: 'INSPECTION' as const }, 'CATEGORY_NOT_IN_SCHEME', 'P1'],
    ['a body of the region', { agencyCode: '140105013' }, 'BODY_OF_OTHER_REGION', 'P2'],
  ])('%s', (_what, more, code, rule) => expect(no(add(made('N', more)))).toEqual([code, rule]));
  it('on a list that exists (P5)', () => expect(no(add(made('N'), { categories: null }))).toEqual(['LIST_NOT_OPEN', 'P5']));
});

describe('domain §4 承接', () => {
  const from: HigherBody = { bodyName: '省水利厅', itemCode: 'S', source: 'DEVOLVED' };
  const takeOver = (higher: HigherBody, regionCode: string | null) =>
    decideTakeOver(given([], { results: [made('N')] }), higher, regionCode === null ? null : { regionCode }, exception);
  it('a power of a higher body comes onto the list, from its item where the hub holds it', () => {
    expect(yes(takeOver(from, '140000'))).toMatchObject({ listings: [{ event: 'ItemTakenOver' }], lineage: [{ from: 'S', to: 'N', kind: 'TAKEN_OVER' }] });
    expect(yes(takeOver({ ...from, itemCode: null }, null)).lineage).toEqual([]);
  });
  it('comes from above', () => {
    for (const region of ['140100', '140105', '650200']) expect(no(takeOver(from, region))).toEqual(['NOT_FROM_ABOVE', 'P14']);
    expect(no(takeOver(from, null))).toEqual(['UNKNOWN_ITEM', 'P5']);
    expect(no(takeOver({ ...from, bodyName: '' }, '140000'))).toEqual(['MISSING_HIGHER_BODY', 'P14']);
  });
});
