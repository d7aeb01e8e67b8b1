import { monthlyScore, type AgencyMonth } from '../../../../../services/service-center/rules/e-supervision/monthly-score';
import { parsePolicy, USUAL_SUPERVISION } from '../../../../../services/service-center/rules/e-supervision/policy';
import { moveSignal, NEXT_SIGNAL_STATE, SIGNAL_STATES, type SignalMove, type SignalState } from '../../../../../services/service-center/rules/e-supervision/signal-states';
import { calendar, day } from '../clock/a-case';

describe('the life of a signal', () => {
  it('reaches every state from the first, ends closed, and goes nowhere from there', () => {
    const reached = new Set<SignalState>(['RAISED']);
    for (const state of reached) for (const next of Object.values(NEXT_SIGNAL_STATE[state])) if (next !== null) reached.add(next);
    expect([...reached].toSorted()).toEqual(Object.keys(SIGNAL_STATES).toSorted());
    expect(Object.values(NEXT_SIGNAL_STATE.CLOSED)).toEqual(Array(5).fill(null));
    expect((Object.keys(NEXT_SIGNAL_STATE) as SignalState[]).filter((state) => NEXT_SIGNAL_STATE[state].CLOSE !== null)).toEqual(['UPHELD', 'REVOKED']);
  });

  it('is upheld when it was answered, or when the time to answer is over', () => {
    const move = (state: SignalState, of: SignalMove, today: string, text: string | null = '理由') => {
      const outcome = moveSignal({ state, answerBy: '2014-10-20' }, of, text, day(today));
      return outcome.ok ? outcome.value : outcome.refusal.code;
    };
    expect(move('NOTIFIED', 'UPHOLD', '10-20')).toBe('ANSWER_STILL_DUE');
    expect(move('NOTIFIED', 'UPHOLD', '10-21')).toBe('UPHELD');
    expect(move('ANSWERED', 'UPHOLD', '10-15')).toBe('UPHELD');
    expect(move('RAISED', 'ANSWER', '10-15')).toBe('IMPOSSIBLE_MOVE');
    expect(move('NOTIFIED', 'ANSWER', '10-15', ' ')).toBe('TEXT_MISSING');
    expect(move('UPHELD', 'CLOSE', '10-15', null)).toBe('CLOSED');
  });
});

describe('the monthly score', () => {
  const score = (changes: Partial<AgencyMonth>) => monthlyScore({ signals: [], decided: 10, early: 0, ...changes }, USUAL_SUPERVISION.score, calendar);
  const signal = (when: string, severity: 'YELLOW' | 'RED' = 'YELLOW', count = 1) => ({ day: day(when), severity, count });

  it('is a hundred, less five for a yellow and ten for a red', () => {
    expect(score({})).toEqual({ score: 100, yellow: 0, red: 0, successiveRuns: 0, earlyShare: 0 });
    expect(score({ signals: [signal('09-10', 'YELLOW', 2), signal('09-10', 'RED')] })).toMatchObject({ score: 80, yellow: 2, red: 1 });
    expect(score({ signals: [signal('09-10', 'RED', 30)] })).toMatchObject({ score: 0 });
  });

  it('loses three for three working days in a row, days of rest between them or not', () => {
    expect(score({ signals: ['09-10', '09-11', '09-12'].map((when) => signal(when)) })).toMatchObject({ score: 82, successiveRuns: 1 });
    expect(score({ signals: ['09-29', '09-30', '10-08'].map((when) => signal(when)) })).toMatchObject({ successiveRuns: 1 });
    expect(score({ signals: ['09-10', '09-12', '09-15'].map((when) => signal(when)) })).toMatchObject({ successiveRuns: 0 });
    expect(score({ signals: ['09-10', '09-11', '09-12', '09-15', '09-16'].map((when) => signal(when)) })).toMatchObject({ successiveRuns: 1 });
  });

  it('gains one when a tenth of the cases were decided early', () => {
    expect(score({ early: 1 })).toMatchObject({ score: 101, earlyShare: 0.1 });
    expect(score({ decided: 11, early: 1 })).toMatchObject({ score: 100 });
    expect(score({ decided: 0 })).toMatchObject({ score: 100, earlyShare: null });
  });
});

describe('a region’s policy', () => {
  it('is as usual where it says nothing else', () => {
    expect(parsePolicy({})).toEqual({ ok: true, value: USUAL_SUPERVISION });
    expect(parsePolicy({ nearDueShare: 0.8, severity: { LATE_REPORT: 'RED' }, score: { red: 20 } })).toMatchObject({
      value: { nearDueShare: 0.8, severity: { LATE_REPORT: 'RED', NEAR_DUE: 'YELLOW' }, score: { red: 20, yellow: 5 } },
    });
    expect(parsePolicy({ nearDueShare: 2 })).toMatchObject({ ok: false, refusal: { code: 'MALFORMED_POLICY', details: [{ path: 'policy.nearDueShare' }] } });
    expect(parsePolicy({ severity: { NOTHING: 'RED' } })).toMatchObject({ ok: false });
  });
});
