import { parsePlannedCheck, planCheck, type MeasureSpan } from '../../../../../services/service-center/rules/measures/planned-check';

const check = { checkId: '2014-1', itemCode: 'W1', measure: 1, plannedOn: '2014-10-20', subject: '示例水业有限公司' };
const spans: MeasureSpan[] = [
  { version: 1, number: 1, validFrom: '2014-09-20', validTo: '2014-10-15' },
  { version: 2, number: 1, validFrom: '2014-10-15', validTo: '9999-12-31' },
];

describe('a planned check (P16)', () => {
  it('is under the measure in force on its day', () => {
    expect(planCheck(check, true, spans, null)).toEqual({ ok: true, value: { kind: 'NEW', version: 2 } });
    expect(planCheck({ ...check, plannedOn: '2014-10-14' }, true, spans, null)).toEqual({ ok: true, value: { kind: 'NEW', version: 1 } });
    expect(planCheck({ ...check, plannedOn: '2014-09-19' }, true, spans, null)).toMatchObject({ refusal: { code: 'MEASURE_UNKNOWN' } });
    expect(planCheck({ ...check, measure: 2 }, true, spans, null)).toMatchObject({ refusal: { code: 'MEASURE_UNKNOWN' } });
  });
  it('is of an agency’s own item (P2)', () => expect(planCheck(check, false, spans, null)).toMatchObject({ refusal: { code: 'NOT_THE_IMPLEMENTING_BODY' } }));
  it('is the same again, or another under a used id', () => {
    expect(planCheck(check, true, spans, check)).toEqual({ ok: true, value: { kind: 'SAME' } });
    for (const change of [{ itemCode: 'W2' }, { measure: 2 }, { plannedOn: '2014-10-21' }, { subject: '另一家' }])
      expect(planCheck({ ...check, ...change }, true, spans, check)).toMatchObject({ refusal: { code: 'CHECK_EXISTS' } });
  });
  it.each([{ checkId: '张三' }, { checkId: '' }, { measure: 0 }, { plannedOn: '2014-13-01' }, { subject: ' ' }, { itemCode: '' }])('is not %j', (change) => {
    expect(parsePlannedCheck({ ...check, ...change })).toMatchObject({ refusal: { code: 'MALFORMED', details: [{ path: Object.keys(change)[0] }] } });
  });
});
