import { caseSubject, itemSubject } from '../../../../../services/service-center/rules/remarks/remark-subject';

const item = { code: 'W1', category: 'LICENSE', status: 'LISTED', agencyCode: '140100013' };

describe('what a remark is about (P18)', () => {
  it('is an item, and goes to its implementing body', () => {
    expect(itemSubject('W1', item)).toEqual({ ok: true, value: { itemCode: 'W1', caseNumber: null, agencyCode: '140100013' } });
  });
  it('may be an item that is off the list: that it is exercised all the same is to be heard (P5)', () => {
    expect(itemSubject('W1', { ...item, status: 'CANCELLED' }).ok).toBe(true);
  });
  it('is no item that the list never had', () => expect(itemSubject('W1', null)).toMatchObject({ refusal: { code: 'ITEM_UNKNOWN', rule: 'P18' } }));
  it('is a case with its code, and goes to its agency; a wrong code and a case that is not there look alike', () => {
    const found = { itemCode: 'W1', agencyCode: '140100013' };
    expect(caseSubject('N', true, found)).toEqual({ ok: true, value: { itemCode: 'W1', caseNumber: 'N', agencyCode: '140100013' } });
    expect(caseSubject('N', false, found)).toMatchObject({ refusal: { code: 'CASE_UNKNOWN' } });
    expect(caseSubject('N', false, found)).toEqual(caseSubject('N', true, null));
  });
});
