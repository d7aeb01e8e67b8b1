import { parseCheckResult, recordResult, type RecordedResult } from '../../../../../services/service-center/rules/measures/check-result';

const TODAY = '2014-10-21';
const planned = { checkedOn: null, result: null, rectifyBy: null, note: null };
const ok: RecordedResult = { checkId: '2014-1', checkedOn: '2014-10-20', result: 'OK', rectifyBy: null, note: null };
const rectify: RecordedResult = { ...ok, result: 'RECTIFY', rectifyBy: '2014-11-20' };

describe('the result of a check (P16)', () => {
  it('is recorded once; the same again is nothing new, another is refused', () => {
    expect(recordResult(ok, planned, TODAY)).toEqual({ ok: true, value: 'NEW' });
    expect(recordResult(ok, ok, TODAY)).toEqual({ ok: true, value: 'SAME' });
    expect(recordResult(rectify, ok, TODAY)).toMatchObject({ refusal: { code: 'RESULT_EXISTS' } });
    expect(recordResult({ ...ok, note: '补充' }, ok, TODAY)).toMatchObject({ refusal: { code: 'RESULT_EXISTS' } });
  });
  it('is of a planned check that was made', () => {
    expect(recordResult(ok, null, TODAY)).toMatchObject({ refusal: { code: 'CHECK_UNKNOWN' } });
    expect(recordResult({ ...ok, checkedOn: '2014-10-22' }, planned, TODAY)).toMatchObject({ refusal: { code: 'CHECKED_IN_FUTURE' } });
  });
  it('says by when it is put right, where it is to be, and only there', () => {
    expect(recordResult(rectify, planned, TODAY)).toEqual({ ok: true, value: 'NEW' });
    for (const wrong of [{ ...rectify, rectifyBy: null }, { ...ok, rectifyBy: '2014-11-20' }, { ...rectify, rectifyBy: '2014-10-19' }])
      expect(recordResult(wrong, planned, TODAY)).toMatchObject({ refusal: { code: 'RECTIFY_BY' } });
  });
  it.each([{ result: 'X' }, { checkedOn: 'x' }, { rectifyBy: 'x' }, { checkId: 'a b' }])('is not %j', (change) => {
    expect(parseCheckResult({ ...ok, ...change })).toMatchObject({ refusal: { code: 'MALFORMED', details: [{ path: Object.keys(change)[0] }] } });
  });
});
