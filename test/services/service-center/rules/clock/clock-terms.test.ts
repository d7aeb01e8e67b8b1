import { clockTermsOf } from '../../../../../services/service-center/rules/clock/clock-terms';
import { coercionLimit, LICENSING_LAW } from '../../../../../services/service-center/rules/clock/statute';
import { days } from './a-case';

const silent = { statutoryLimit: null, promisedLimit: null, steps: [] };
const limit = (value: number, unit = 'WORKING_DAY') => ({ value, unit });

describe('units and limits are per law', () => {
  it('licences: 5 to answer, 20 to decide and 10 more, 10 to deliver', () => {
    expect(clockTermsOf('LICENSE', silent)).toMatchObject({
      intake: { limit: limit(5), silenceAccepts: true },
      statutory: limit(20),
      extension: { by: limit(10), approver: 'AGENCY_HEAD', rule: '许可法 42¶1' },
      delivery: limit(10),
      promised: null,
    });
  });

  it('joint handling: 45 and 15 more; examination below: 20', () => {
    expect(clockTermsOf('LICENSE', silent, 'JOINT')).toMatchObject({ statutory: limit(45), extension: { by: limit(15), approver: 'GOVERNMENT_HEAD' } });
    expect(clockTermsOf('LICENSE', silent, 'PRE_REVIEW')).toMatchObject({ statutory: limit(20), extension: null });
  });

  it('what the guide states comes first: another law may set another limit', () => {
    expect(clockTermsOf('LICENSE', { ...silent, statutoryLimit: days(45) }).statutory).toMatchObject(limit(45));
    expect(clockTermsOf('OTHER', silent)).toMatchObject({ statutory: null, extension: null, delivery: null, intake: { silenceAccepts: false } });
  });

  it('penalties: 90 calendar days', () => {
    expect(clockTermsOf('PENALTY', silent)).toMatchObject({ intake: null, statutory: limit(90, 'CALENDAR_DAY'), extension: null, delivery: limit(7) });
  });

  it('coercion: up to ten days are working days, more are calendar days, whatever the guide calls them', () => {
    expect([1, 10, 11, 30].map((value) => coercionLimit(value).limit.unit)).toEqual(['WORKING_DAY', 'WORKING_DAY', 'CALENDAR_DAY', 'CALENDAR_DAY']);
    expect(clockTermsOf('COERCION', { ...silent, statutoryLimit: days(7, 'CALENDAR_DAY') }).statutory).toEqual(limit(7));
    expect(clockTermsOf('COERCION', { ...silent, statutoryLimit: days(30) }).statutory).toEqual(limit(30, 'CALENDAR_DAY'));
    expect(clockTermsOf('COERCION', { ...silent, statutoryLimit: days(24, 'HOUR') }).statutory).toMatchObject(limit(24, 'HOUR'));
    expect(clockTermsOf('INSPECTION', silent)).toMatchObject({ intake: null, statutory: null });
  });

  it('steps bring the limits that their guide sets', () => {
    const step = { name: '审查', officeId: null, officerId: null, standard: null, result: null };
    const { steps } = clockTermsOf('LICENSE', { ...silent, steps: [{ ...step, order: 1, limit: days(3) }, { ...step, order: 2, limit: null }] });
    expect([...steps]).toEqual([[1, days(3)]]);
  });

  it('every limit of the licensing law names its article', () => {
    const { decision, extension, ...others } = LICENSING_LAW;
    const rules = [...Object.values(decision), ...Object.values(extension), ...Object.values(others)].map((entry) => entry?.rule ?? '许可法 43');
    expect(rules.every((rule) => /^许可法 \d+/.test(rule))).toBe(true);
  });
});
