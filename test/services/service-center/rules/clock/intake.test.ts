import { clockTermsOf } from '../../../../../services/service-center/rules/clock/clock-terms';
import { clocksOn, day, days, event } from './a-case';

const received = event('09-05', 'RECEIVED'); // a Friday; five working days end on 09-15

describe('许可法 32: intake', () => {
  it('has five working days to answer what came in', () => {
    expect(clocksOn('09-12', [received])).toMatchObject({
      acceptedOn: null,
      statutory: null,
      promised: null,
      intake: { startedOn: day('09-05'), dueOn: day('09-15'), limit: 5, daysUsed: 4, daysLeft: 1, overdue: false, suspended: false },
    });
  });

  it('accepts at the counter, and the decision’s clock starts', () => {
    expect(clocksOn('09-10', [received, event('09-09', 'ACCEPTED')])).toMatchObject({
      acceptedOn: day('09-09'),
      acceptance: 'EXPRESS',
      intake: { endedOn: day('09-09'), daysUsed: 1, overdue: false },
      statutory: { startedOn: day('09-09'), daysUsed: 1 },
    });
  });

  it('(4): silence for five days accepts, from the day the materials came in', () => {
    expect(clocksOn('09-15 23:59', [received]).acceptance).toBeNull();
    expect(clocksOn('09-16 00:00', [received])).toMatchObject({
      acceptedOn: day('09-05'),
      acceptance: 'BY_SILENCE',
      intake: { overdue: true, daysLeft: -1, endedOn: null },
      statutory: { startedOn: day('09-05'), dueOn: day('10-10'), daysUsed: 6 },
    });
  });

  it('(4): a late acceptance or a late notice changes nothing about that', () => {
    for (const late of [event('09-18', 'ACCEPTED'), event('09-18', 'CORRECTION_REQUESTED')])
      expect(clocksOn('09-20', [received, late, event('09-19', 'CORRECTED')])).toMatchObject({
        acceptedOn: day('09-05'),
        acceptance: 'BY_SILENCE',
        intake: { endedOn: day('09-18'), overdue: true, daysUsed: 8 },
      });
  });

  it('(4): a notice in time means the clock has not started, until the correction is in', () => {
    const asked = [received, event('09-12', 'CORRECTION_REQUESTED')];
    expect(clocksOn('12-31', asked)).toMatchObject({ acceptedOn: null, statutory: null, intake: { endedOn: day('09-12'), overdue: false } });
    const corrected = [...asked, event('09-22', 'CORRECTED')];
    expect(clocksOn('09-23', corrected)).toMatchObject({ acceptedOn: null, intake: { startedOn: day('09-22'), dueOn: day('09-28') } });
    expect(clocksOn('09-29', corrected)).toMatchObject({ acceptedOn: day('09-22'), acceptance: 'BY_SILENCE' });
    expect(clocksOn('09-29', [...corrected, event('09-24', 'ACCEPTED')])).toMatchObject({ acceptedOn: day('09-24'), acceptance: 'EXPRESS' });
  });

  it('(4): everything is named in one notice, so that a second one stops nothing and is named', () => {
    const again = [
      received,
      event('09-09', 'CORRECTION_REQUESTED'),
      event('09-10', 'CORRECTED'),
      event('09-11', 'CORRECTION_REQUESTED'),
      event('09-25', 'CORRECTED'),
    ];
    expect(clocksOn('09-26', again)).toMatchObject({
      acceptedOn: day('09-10'),
      acceptance: 'BY_SILENCE',
      findings: [{ code: 'REPEATED_CORRECTION', rule: '许可法 32(4)', eventId: 'CORRECTION_REQUESTED 09-11' }],
    });
  });

  it('(1)(2): a refusal ends it, even after silence had accepted', () => {
    expect(clocksOn('09-30', [received, event('09-09', 'REFUSED_INTAKE')])).toMatchObject({ acceptedOn: null, statutory: null, intake: { endedOn: day('09-09') } });
    expect(clocksOn('09-30', [received, event('09-22', 'REFUSED_INTAKE')])).toMatchObject({
      acceptance: 'BY_SILENCE',
      statutory: { startedOn: day('09-05'), endedOn: day('09-22') },
    });
    expect(clocksOn('09-30', [received, event('09-09', 'REFUSED_INTAKE'), event('09-10', 'ACCEPTED')]).acceptedOn).toBeNull();
  });

  it('(5): what is decided on the spot was accepted with its materials; what is withdrawn was not', () => {
    expect(clocksOn('09-20', [received, event('09-05 10:00', 'DECIDED')])).toMatchObject({
      acceptedOn: day('09-05'),
      statutory: { endedOn: day('09-05'), daysUsed: 0, overdue: false },
    });
    const withdrawn = event('09-09', 'DECIDED', { outcome: 'WITHDRAWN' });
    expect(clocksOn('09-30', [received, withdrawn])).toMatchObject({ acceptedOn: null, statutory: null, delivery: null, intake: { endedOn: day('09-09') } });
  });

  it('is read from what is known: an acceptance without a receipt, a correction without a notice', () => {
    expect(clocksOn('09-20', [event('09-09', 'ACCEPTED')])).toMatchObject({ intake: null, acceptedOn: day('09-09') });
    expect(clocksOn('09-20', [event('09-17', 'CORRECTED')])).toMatchObject({ intake: { startedOn: day('09-17') }, acceptedOn: null });
    expect(clocksOn('09-20', [])).toMatchObject({ intake: null, statutory: null, promised: null, delivery: null, findings: [] });
  });

  it('does not accept by silence where another law is the case’s: the notice is merely late', () => {
    const terms = clockTermsOf('CONFIRMATION', { statutoryLimit: days(30), promisedLimit: null, steps: [] });
    expect(clocksOn('09-30', [received], terms)).toMatchObject({ acceptedOn: null, statutory: null, intake: { overdue: true } });
    const late = [received, event('09-18', 'CORRECTION_REQUESTED'), event('09-22', 'CORRECTED')];
    expect(clocksOn('09-23', late, terms)).toMatchObject({ intake: { startedOn: day('09-22'), overdue: false } });
  });

  it('is not counted for what an organ does of itself', () => {
    const terms = clockTermsOf('PENALTY', { statutoryLimit: null, promisedLimit: null, steps: [] });
    expect(clocksOn('09-30', [received], terms)).toMatchObject({ intake: null, acceptedOn: null });
    expect(clocksOn('09-30', [received, event('09-05', 'ACCEPTED')], terms).statutory).toMatchObject({ dueOn: day('12-04'), limit: 90 });
  });
});
