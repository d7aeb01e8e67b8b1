import { sameRemark } from '../../../../../services/service-center/rules/remarks/same-remark';

const first = { id: 'R1', kind: 'REMARK', itemCode: 'W1', caseNumber: null, text: '窗口排队太久', dueOn: '2014-09-29' };

describe('the same remark again', () => {
  it('is the first', () => expect(sameRemark([first], { ...first })).toBe(first));
  it.each([{ text: '窗口排队太久了' }, { itemCode: 'W2' }, { caseNumber: 'N1' }, { kind: 'COMPLAINT' }])('is another with %j', (change) => {
    expect(sameRemark([first], { ...first, ...change })).toBeNull();
  });
});
