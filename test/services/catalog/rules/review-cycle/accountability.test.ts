import { mayConclude, mayHold, mayOpenAccountability } from '../../../../../services/catalog/rules/review-cycle/accountability';
import { given, opened, PRICES, WATER, WHOLE_CYCLE } from './a-cycle';

const open = (more: object = {}, now = '2014-08-16T04:00:00Z', state = opened()) =>
  mayOpenAccountability(state, { agencyCode: WATER, stage: 'REPORT_1', kind: 'INTERVIEW', reason: '逾期', ...more }, now);

describe('P12', () => {
  it('a department that misses a window is listed for interview', () => expect(open().ok).toBe(true));
  it('one that has not missed it is not', () => {
    expect(open({}, '2014-08-15T04:00:00Z')).toMatchObject({ refusal: { code: 'NOT_LATE', rule: 'P12' } });
    expect(open({ stage: 'REPORT_2' })).toMatchObject({ refusal: { code: 'NOT_LATE' } });
  });
  it('one that does not carry the published list out is held accountable, late or not', () => {
    const published = given(WHOLE_CYCLE);
    expect(open({ kind: 'ACCOUNTABILITY', stage: 'PUBLISHED' }, '2014-10-01T04:00:00Z', published).ok).toBe(true);
    expect(open({ kind: 'INTERVIEW', stage: 'PUBLISHED' }, '2014-10-01T04:00:00Z', published)).toMatchObject({ refusal: { code: 'NOT_LATE' } });
  });
  it('a reason is written, and the department is one of the cycle', () => {
    expect(open({ reason: ' ' })).toMatchObject({ refusal: { code: 'TEXT_MISSING' } });
    expect(open({ agencyCode: PRICES })).toMatchObject({ refusal: { code: 'AGENCY_NOT_IN_CYCLE' } });
  });
  it('opened, held, concluded, in that order, once each', () => {
    const record = { openedOn: '2014-08-16', heldOn: null, outcome: null };
    expect(mayConclude(record, '通报批评')).toMatchObject({ refusal: { code: 'NOT_HELD_YET' } });
    for (const day of ['2014-08-15', '2014-08-21']) expect(mayHold(record, day, '2014-08-20T04:00:00Z')).toMatchObject({ refusal: { code: 'DATE_OUT_OF_RANGE' } });
    expect(mayHold(record, '2014-08-20', '2014-08-20T04:00:00Z').ok).toBe(true);
    const held = { ...record, heldOn: '2014-08-20' };
    expect(mayHold(held, '2014-08-20', '2014-08-20T04:00:00Z')).toMatchObject({ refusal: { code: 'ALREADY_HELD' } });
    expect(mayConclude(held, '')).toMatchObject({ refusal: { code: 'TEXT_MISSING' } });
    expect(mayConclude(held, '通报批评').ok).toBe(true);
    expect(mayConclude({ ...held, outcome: '通报批评' }, '其他')).toMatchObject({ refusal: { code: 'ALREADY_CONCLUDED' } });
  });
});
