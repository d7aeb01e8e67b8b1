import { type Breaker, closed, createBreaker, decideAdmission, decideOutcome } from '../../../gateway/resilience/breaker';

const SETTINGS = { failures: 3, windowMs: 1000, openMs: 200 };

describe('a breaker', () => {
  let at: number;
  let changes: string[];
  let breaker: Breaker;
  beforeEach(() => {
    at = 0;
    changes = [];
    breaker = createBreaker({ settings: SETTINGS, now: () => at, onChange: (phase) => changes.push(phase) });
  });
  const call = (isUp: boolean): string => {
    const admission = breaker.admit();
    if (admission !== 'REFUSED') breaker.settle(admission, isUp);
    return admission;
  };
  const open = (): void => [1, 2, 3].forEach(() => call(false));

  it('opens at the third failure within the window, and then refuses', () => {
    expect([call(false), call(false), breaker.phase]).toEqual(['CALL', 'CALL', 'CLOSED']);
    expect([call(false), breaker.phase, call(true)]).toEqual(['CALL', 'OPEN', 'REFUSED']);
  });

  it('forgets failures of an earlier window', () => {
    call(false);
    call(false);
    at = 1000;
    call(false);
    expect(breaker.phase).toBe('CLOSED');
  });

  it('stays closed while most calls are answered: a few slow questions do not cut a service off', () => {
    for (let i = 0; i < 20; i += 1) call(i % 4 !== 0);
    expect(breaker.phase).toBe('CLOSED');
  });

  it('lets one call try after a while, and the rest wait for how it ends', () => {
    open();
    at = 199;
    expect(breaker.admit()).toBe('REFUSED');
    at = 200;
    expect([breaker.admit(), breaker.admit()]).toEqual(['PROBE', 'REFUSED']);
    breaker.settle('PROBE', true);
    expect([breaker.phase, breaker.admit()]).toEqual(['CLOSED', 'CALL']);
    expect(changes).toEqual(['OPEN', 'HALF_OPEN', 'CLOSED']);
  });

  it('opens again when the try fails', () => {
    open();
    at = 200;
    expect([call(false), breaker.phase, call(true)]).toEqual(['PROBE', 'OPEN', 'REFUSED']);
    at = 400;
    expect([call(true), breaker.phase]).toEqual(['PROBE', 'CLOSED']);
  });

  it('lets another try when the first is never heard of again', () => {
    open();
    at = 200;
    expect(breaker.admit()).toBe('PROBE');
    at = 400;
    expect(breaker.admit()).toBe('PROBE');
  });

  it('does not take a call from before it opened for the try', () => {
    const opened = { phase: 'HALF_OPEN', until: 400 } as const;
    expect(decideOutcome(opened, 'CALL', true, 300, SETTINGS)).toBe(opened);
    expect(decideOutcome({ phase: 'OPEN', until: 400 }, 'CALL', true, 300, SETTINGS)).toEqual({ phase: 'OPEN', until: 400 });
    expect(decideAdmission(closed(0), 5000, SETTINGS).admission).toBe('CALL');
  });
});
