import { maySubmitToday } from '../../../../../services/service-center/rules/remarks/may-submit-today';
import { USUAL_REMARK_POLICY } from '../../../../../services/service-center/rules/remarks/remark-policy';

describe('how many remarks a day', () => {
  it('five of one contact', () => {
    expect(maySubmitToday(4, true, USUAL_REMARK_POLICY).ok).toBe(true);
    expect(maySubmitToday(5, true, USUAL_REMARK_POLICY)).toMatchObject({ refusal: { code: 'TOO_MANY_REMARKS', details: [{ path: 'contact', value: '5' }] } });
  });
  it('twenty of nobody in particular on one subject', () => {
    expect(maySubmitToday(19, false, USUAL_REMARK_POLICY).ok).toBe(true);
    expect(maySubmitToday(20, false, USUAL_REMARK_POLICY)).toMatchObject({ refusal: { code: 'TOO_MANY_REMARKS', details: [{ path: 'itemCode' }] } });
  });
});
