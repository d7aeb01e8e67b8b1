import { decideCancel } from '../../../../../services/catalog/rules/adjustments/cancel';
import { changedFields } from '../../../../../services/catalog/rules/adjustments/held-item';
import { given, held, named, no } from './given';

const cancel = (...args: Parameters<typeof given>) => decideCancel(given(...args));

describe('an item enters an adjustment', () => {
  it('when it is known', () => expect(no(cancel([named(null)]))).toEqual(['UNKNOWN_ITEM', 'P5']));
  it('when it is of the list that is adjusted', () => expect(no(cancel([named(held('Q', 'LISTED', { regionCode: '140105' }))]))).toEqual(['ITEM_OF_OTHER_REGION', 'P14']));
  it.each(['CANCELLED', 'MERGED', 'DELEGATED'] as const)('when it is on the list, not %s (P5)', (status) => {
    expect(no(cancel([named(held('A', status))]))).toEqual(['NOT_ON_LIST', 'P5']);
  });
  it('when it is named once', () => expect(no(cancel([named(held('A')), named(held('A'))]))).toEqual(['ITEM_NAMED_TWICE', 'P14']));
  it('when the day is not in its past (P7)', () => {
    expect(no(cancel([named(held('A'))], { effectiveOn: '2014-09-07' }))).toEqual(['EFFECTIVE_IN_ITEMS_PAST', 'P7']);
    expect(no(cancel([named(held('A'))], { effectiveOn: '2014-09-08' }))).toBeNull();
  });
  it('when the day is after the last published edition’s (P7)', () => {
    const fixed = { editionId: '140100-2', number: 2, publishedOn: '2014-10-01' };
    expect(no(cancel([named(held('A'))], { fixed }))).toEqual(['EDITION_IS_FIXED', 'P7']);
    expect(no(cancel([named(held('A'))], { fixed, effectiveOn: '2014-10-02' }))).toBeNull();
  });
  it('when it is what the decider saw; otherwise the refusal says what it is now (P7)', () => {
    const item = named(held('A', 'TIGHTENED'), 'SUBJECT', { basedOn: 'v-earlier', changedSince: [{ field: 'status', now: 'TIGHTENED' }] });
    const outcome = cancel([item]);
    expect(no(outcome)).toEqual(['ITEM_CHANGED_MEANWHILE', 'P7']);
    expect(outcome.ok ? [] : outcome.refusal.details).toContainEqual({ path: 'A.status', value: 'TIGHTENED' });
    expect(no(cancel([{ ...item, basedOn: 'v-A' }]))).toBeNull();
  });
});

describe('what has changed between two statements', () => {
  it('is named field by field, with the value that holds now', () => {
    expect(changedFields({ name: '甲', levels: ['MUNICIPAL'], remark: null, duty: '一' }, { name: '甲', levels: ['COUNTY'], remark: '注', duty: null })).toEqual([
      { field: 'levels', now: '["COUNTY"]' },
      { field: 'remark', now: '注' },
      { field: 'duty', now: null },
    ]);
  });
});
