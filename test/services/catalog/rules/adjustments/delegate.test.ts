import { decideDelegate, type DelegationTerms } from '../../../../../services/catalog/rules/adjustments/delegate';
import type { HeldItem } from '../../../../../services/catalog/rules/adjustments/held-item';
import { delegation, facts, given, held, named, no, yes } from './given';

const district = { agencyCode: '140105013', bodyName: '小店区水务局', nature: 'STATUTORY_ORGAN', levels: ['COUNTY'] } satisfies DelegationTerms['to'];
const delegate = (to: Partial<DelegationTerms['to']> = {}, form: DelegationTerms['form'] = 'ENTRUST', item: HeldItem = held('A')) =>
  decideDelegate(given([named(item)]), { form, to: { ...district, ...to } });

describe('P14 下放, the decision', () => {
  it('leaves the item’s state: the releasing body keeps acting until the handover', () => {
    expect(yes(delegate())).toMatchObject({
      changes: [{ status: 'LISTED', event: 'ItemDelegated' }],
      delegation: { code: 'A', form: 'ENTRUST', toAgencyCode: '140105013', toBodyName: '小店区水务局' },
      listings: [],
    });
    expect(yes(delegate({}, 'ENTRUST', held('A', 'TIGHTENED', { conditions: '须公示' }))).changes[0]).toMatchObject({ status: 'TIGHTENED', conditions: '须公示' });
  });
  it('entrusts administrative organs only (许可法 24¶1); others may be authorised', () => {
    for (const nature of ['AUTHORISED_ORGANISATION', 'ENTRUSTED_ORGANISATION', 'OTHER'] as const) {
      expect(no(delegate({ nature }))).toEqual(['TRUSTEE_NOT_AN_ORGAN', '许可法 24¶1']);
      expect(no(delegate({ nature }, 'AUTHORISE'))).toBeNull();
    }
  });
  it('goes to a lower level: a region below, or further down in the same', () => {
    expect(no(delegate({ agencyCode: '140100099', levels: ['TOWNSHIP'] }))).toBeNull();
    expect(no(delegate({ agencyCode: '140100099', levels: ['MUNICIPAL'] }))).toEqual(['NOT_A_LOWER_LEVEL', 'P14']);
    expect(no(delegate({ agencyCode: '140100099', levels: ['COUNTY', 'PROVINCIAL'] }))).toEqual(['NOT_A_LOWER_LEVEL', 'P14']);
    for (const agencyCode of ['140100013', '140000013', '650200013']) expect(no(delegate({ agencyCode }))).toEqual(['NOT_A_LOWER_LEVEL', 'P14']);
    expect(no(delegate({ agencyCode: '140100099', levels: ['COUNTY'] }, 'ENTRUST', held('A', 'LISTED', { facts: facts('A', { levels: ['GRADED'] }) })))).toEqual(['NOT_A_LOWER_LEVEL', 'P14']);
  });
  it('names the receiving body and its level', () => {
    expect(no(delegate({ bodyName: '' }))).toEqual(['MISSING_BODY', 'P14']);
    expect(no(delegate({ levels: [] }))).toEqual(['MISSING_LEVEL', 'P2']);
  });
  it('is not made twice, whether the first is pending or done', () => {
    for (const handedOverOn of [null, '2014-10-01'])
      expect(no(delegate({}, 'AUTHORISE', held('A', 'LISTED', { delegation: delegation({ form: 'ENTRUST', handedOverOn }) })))).toEqual(['ALREADY_DELEGATED', 'P14']);
  });
  it('is not made of what is held by entrustment (许可法 24¶3)', () => {
    expect(no(delegate({}, 'ENTRUST', held('A', 'LISTED', { entrustedFromAbove: true })))).toEqual(['NO_REDELEGATION', '许可法 24¶3']);
  });
});
