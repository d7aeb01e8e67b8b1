import { nextVersion } from '../../../../services/service-center/rules/next-version';

const last = { version: 2, validFrom: '2014-09-10', fingerprint: 'a' };
const statement = { version: null, effectiveOn: '2014-10-01', fingerprint: 'b' };

describe('a statement of a guide', () => {
  it('is the first version when there is none', () => {
    expect(nextVersion(null, statement)).toEqual({ ok: true, value: { kind: 'NEW', version: 1 } });
  });
  it('is nothing new in the same words', () => {
    expect(nextVersion(last, { ...statement, fingerprint: 'a', version: 9 })).toEqual({ ok: true, value: { kind: 'UNCHANGED', version: 2 } });
  });
  it('follows the last version, by the source’s own number where that is higher', () => {
    expect(nextVersion(last, statement)).toMatchObject({ value: { kind: 'NEW', version: 3 } });
    expect(nextVersion(last, { ...statement, version: 1 })).toMatchObject({ value: { version: 3 } });
    expect(nextVersion(last, { ...statement, version: 7 })).toMatchObject({ value: { version: 7 } });
  });
  it('may replace the last one on the day that began, not before (P7)', () => {
    expect(nextVersion(last, { ...statement, effectiveOn: '2014-09-10' })).toMatchObject({ ok: true });
    expect(nextVersion(last, { ...statement, effectiveOn: '2014-09-09' }, 'guides.4.effectiveOn')).toMatchObject({
      ok: false,
      refusal: { code: 'BEFORE_LAST_VERSION', details: [{ path: 'guides.4.effectiveOn', value: '2014-09-09' }] },
    });
  });
});
