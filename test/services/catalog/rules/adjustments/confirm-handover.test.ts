import { decideHandover, receivedPower } from '../../../../../services/catalog/rules/adjustments/confirm-handover';
import type { HeldDelegation, HeldItem } from '../../../../../services/catalog/rules/adjustments/held-item';
import type { TargetList } from '../../../../../services/catalog/rules/adjustments/new-item';
import { delegation, given, held, made, named, no, yes } from './given';

const district: TargetList = { regionCode: '140105', categories: ['LICENSE'], fixed: null };
const confirm = (pending: Partial<HeldDelegation>, item: Partial<HeldItem> = {}, list = district, effectiveOn = '2015-01-01') => {
  const state = held('A', 'LISTED', { delegation: delegation(pending), ...item });
  const results = state.delegation?.form === 'AUTHORISE' ? [{ ...made('N'), power: receivedPower(state, state.delegation) }] : [];
  return decideHandover(given([named(state)], { results, effectiveOn }), list);
};

describe('P14 下放, the handover', () => {
  it('授权: the item is given away, and the receiving body has its own', () => {
    expect(yes(confirm({}))).toMatchObject({
      changes: [{ status: 'DELEGATED', event: 'HandoverConfirmed' }],
      listings: [{ item: { code: 'N', power: { agencyCode: '140105013', body: '小店区水务局', levels: ['COUNTY'], publishedCode: null } }, status: 'LISTED' }],
      lineage: [{ from: 'A', to: 'N', kind: 'AUTHORISED' }],
    });
  });
  it('授权: strict control goes with the power', () => {
    const { changes, listings } = yes(confirm({}, { status: 'TIGHTENED', conditions: '须公示' }));
    expect(changes[0]).toMatchObject({ status: 'DELEGATED', conditions: null });
    expect(listings[0]).toMatchObject({ status: 'TIGHTENED', conditions: '须公示' });
  });
  it('委托: the power stays the department’s (P4)', () => {
    expect(yes(confirm({ form: 'ENTRUST' }, { status: 'TIGHTENED', conditions: '须公示' }))).toMatchObject({
      changes: [{ status: 'TIGHTENED', conditions: '须公示', event: 'HandoverConfirmed' }],
      listings: [],
      lineage: [],
    });
  });
  it('is of a delegation that is decided and still pending', () => {
    expect(no(confirm({}, { delegation: null }))).toEqual(['NO_PENDING_DELEGATION', 'P14']);
    expect(no(confirm({ form: 'ENTRUST', handedOverOn: '2014-12-01' }))).toEqual(['NO_PENDING_DELEGATION', 'P14']);
    expect(no(confirm({}, {}, district, '2014-09-30'))).toEqual(['HANDOVER_BEFORE_DECISION', 'P14']);
  });
  it('waits while the item is suspended, and lapses with it when it leaves the list', () => {
    expect(no(confirm({}, { status: 'SUSPENDED' }))).toEqual(['STATE_DOES_NOT_ALLOW', 'P14']);
    expect(no(confirm({}, { status: 'CANCELLED' }))).toEqual(['NOT_ON_LIST', 'P5']);
  });
  it('授权: goes on a list of the receiving region that exists and is open on that day', () => {
    expect(no(confirm({}, {}, { ...district, categories: null }))).toEqual(['LIST_NOT_OPEN', 'P5']);
    expect(no(confirm({}, {}, { ...district, fixed: { editionId: '140105-1', number: 1, publishedOn: '2015-01-01' } }))).toEqual(['EDITION_IS_FIXED', 'P7']);
  });
});
