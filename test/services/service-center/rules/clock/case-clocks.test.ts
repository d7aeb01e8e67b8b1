import type { CaseEvent } from '../../../../../services/service-center/rules/clock/case-event';
import { clockTermsOf } from '../../../../../services/service-center/rules/clock/clock-terms';
import { USUAL_POLICY } from '../../../../../services/service-center/rules/clock/limit';
import { at, clocksOn, day, days, event, licence } from './a-case';

const accepted = event('09-22', 'ACCEPTED');
const hearing = [event('10-08', 'SPECIAL_PROCEDURE_STARTED'), event('10-17', 'SPECIAL_PROCEDURE_ENDED')];

describe('许可法 42¶1: the decision', () => {
  it('is due twenty working days after acceptance; the promise is due before', () => {
    expect(clocksOn('09-23', [accepted])).toMatchObject({
      statutory: { dueOn: day('10-23'), dueAt: '2014-10-23T16:00:00.000Z', limit: 20, daysUsed: 1, daysLeft: 19, counts: 'WORKING_DAY' },
      promised: { dueOn: day('10-10'), limit: 10, daysUsed: 1, daysLeft: 9 },
    });
  });

  it('is overdue on the day after, and stays as it was decided', () => {
    expect(clocksOn('10-10 23:59', [accepted]).promised).toMatchObject({ daysLeft: 0, overdue: false });
    expect(clocksOn('10-11 00:00', [accepted])).toMatchObject({ promised: { daysLeft: -1, overdue: true }, statutory: { overdue: false } });
    const decided = clocksOn('2015-06-01', [accepted, event('10-09', 'DECIDED')]);
    expect(decided.promised).toMatchObject({ endedOn: day('10-09'), daysUsed: 9, daysLeft: 1, overdue: false });
    expect(clocksOn('2015-06-01', [accepted, event('10-24', 'DECIDED')]).statutory).toMatchObject({ daysLeft: -1, overdue: true });
  });

  it('is read at any moment: what comes later has not happened', () => {
    const whole = [accepted, ...hearing, event('10-20', 'DECIDED'), event('10-21', 'DELIVERED')];
    expect(clocksOn('09-21', whole).statutory).toBeNull();
    expect(clocksOn('10-07', whole)).toEqual(clocksOn('10-07', [accepted]));
    expect(clocksOn('10-09', whole)).toEqual(clocksOn('10-09', [accepted, hearing[0]!]));
  });
});

describe('许可法 42: an extension', () => {
  const extended = (when: string, details = {}) => [accepted, event(when, 'EXTENDED', details)];

  it('adds ten working days, once, to the law’s clock and to a promise that still runs', () => {
    expect(clocksOn('10-10', extended('10-10'))).toMatchObject({
      statutory: { dueOn: day('11-06'), limit: 30, daysLeft: 20 },
      promised: { dueOn: day('10-23'), limit: 20 },
      findings: [],
    });
    const again = [...extended('10-10'), event('10-16', 'EXTENDED')];
    expect(clocksOn('10-20', again)).toMatchObject({
      statutory: { dueOn: day('11-06') },
      findings: [{ code: 'EXTENSION_REPEATED', rule: '许可法 42¶1', eventId: 'EXTENDED 10-16' }],
    });
  });

  it('does not mend a promise already broken, nor move one where policy says so', () => {
    expect(clocksOn('10-20', extended('10-20'))).toMatchObject({ statutory: { dueOn: day('11-06') }, promised: { dueOn: day('10-10'), overdue: true } });
    const policy = { ...USUAL_POLICY, extensionMovesPromise: false };
    expect(clocksOn('10-20', extended('10-10'), licence({ policy })).promised).toMatchObject({ dueOn: day('10-10') });
  });

  it.each([
    ['10-20', { approvedBy: null }, 'EXTENSION_WITHOUT_APPROVAL'],
    ['10-20', { approvedBy: 'GOVERNMENT_HEAD' }, 'EXTENSION_WITHOUT_APPROVAL'],
    ['10-20', { noticedAt: null }, 'EXTENSION_WITHOUT_NOTICE'],
    ['10-20', { noticedAt: at('10-24') }, 'EXTENSION_AFTER_EXPIRY'],
    ['10-24', {}, 'EXTENSION_AFTER_EXPIRY'],
  ])('on %s with %o moves nothing: %s', (when, details, code) => {
    expect(clocksOn('11-03', extended(when, details))).toMatchObject({ statutory: { dueOn: day('10-23'), limit: 20 }, findings: [{ code }] });
  });

  it('counts from when it was told: until then it is not an extension', () => {
    const told = extended('10-20', { noticedAt: at('10-23') });
    expect(clocksOn('10-22', told)).toMatchObject({ statutory: { limit: 20 }, findings: [{ code: 'EXTENSION_WITHOUT_NOTICE' }] });
    expect(clocksOn('10-23', told)).toMatchObject({ statutory: { limit: 30 }, findings: [] });
  });

  it('is shorter when less is asked, and never longer than the law gives', () => {
    expect(clocksOn('10-22', extended('10-20', { value: 3 })).statutory).toMatchObject({ dueOn: day('10-28'), limit: 23 });
    expect(clocksOn('10-22', extended('10-20', { value: 30 }))).toMatchObject({ statutory: { limit: 30 }, findings: [{ code: 'EXTENSION_TOO_LONG' }] });
  });

  it('of joint handling (42¶2): 45 days and 15 more, approved by the head of government', () => {
    const joint = clockTermsOf('LICENSE', { statutoryLimit: null, promisedLimit: null, steps: [] }, 'JOINT');
    expect(clocksOn('10-22', [accepted], joint)).toMatchObject({ statutory: { limit: 45, dueOn: day('11-27') }, promised: null });
    expect(clocksOn('10-22', extended('10-20', { approvedBy: 'GOVERNMENT_HEAD' }), joint).statutory).toMatchObject({ limit: 60, dueOn: day('12-18') });
    expect(clocksOn('10-22', extended('10-20'), joint).findings).toMatchObject([{ code: 'EXTENSION_WITHOUT_APPROVAL', rule: '许可法 42¶2' }]);
  });

  it('is not provided for examination by the lower level (43), which has twenty days', () => {
    const below = clockTermsOf('LICENSE', { statutoryLimit: null, promisedLimit: null, steps: [] }, 'PRE_REVIEW');
    expect(clocksOn('10-22', extended('10-20'), below)).toMatchObject({ statutory: { limit: 20 }, findings: [{ code: 'EXTENSION_NOT_PROVIDED' }] });
  });
});

describe('许可法 45: special procedures', () => {
  it('are not counted: the clock stands, and what was used is kept', () => {
    expect(clocksOn('10-08', [accepted, ...hearing])).toMatchObject({ statutory: { daysUsed: 8, suspended: true, dueOn: day('10-23') } });
    expect(clocksOn('10-14', [accepted, ...hearing])).toMatchObject({ statutory: { daysUsed: 8, daysLeft: 12, suspended: true, dueOn: day('10-30') } });
    expect(clocksOn('10-17', [accepted, ...hearing])).toMatchObject({ statutory: { daysUsed: 8, suspended: false, dueOn: day('11-04') } });
    expect(clocksOn('10-20', [accepted, ...hearing])).toMatchObject({
      statutory: { daysUsed: 9, dueOn: day('11-04') },
      promised: { daysUsed: 9, dueOn: day('10-21') },
    });
  });

  it('that overlap are not counted once, not twice', () => {
    const testing = [event('10-13', 'SPECIAL_PROCEDURE_STARTED', { procedure: 'TESTING' }), event('10-15', 'SPECIAL_PROCEDURE_ENDED', { procedure: 'TESTING' })];
    expect(clocksOn('10-20', [accepted, ...hearing, ...testing])).toEqual(clocksOn('10-20', [accepted, ...hearing]));
  });

  it('one after another on one day, or within one day, are told apart', () => {
    const second = [event('10-17', 'SPECIAL_PROCEDURE_STARTED', { id: 'again' }), event('10-20', 'SPECIAL_PROCEDURE_ENDED', { id: 'over' })];
    expect(clocksOn('10-22', [accepted, ...hearing, ...second]).statutory).toMatchObject({ suspended: false, dueOn: day('11-05') });
    const within = [event('10-08', 'SPECIAL_PROCEDURE_STARTED'), event('10-08', 'SPECIAL_PROCEDURE_ENDED')];
    expect(clocksOn('10-22', [accepted, ...within]).statutory).toMatchObject({ suspended: false, dueOn: day('10-23') });
  });

  it('end by name where two of a kind are open, else the earliest', () => {
    const both = [hearing[0]!, event('10-09', 'SPECIAL_PROCEDURE_STARTED', { id: 'second' })];
    const end = (startId: string | null) => event('10-10', 'SPECIAL_PROCEDURE_ENDED', { startId });
    const last = event('10-13', 'SPECIAL_PROCEDURE_ENDED', { id: 'last' });
    for (const startId of [null, 'second', hearing[0]!.id])
      expect(clocksOn('10-20', [accepted, ...both, end(startId), last]).statutory).toMatchObject({ dueOn: day('10-29'), suspended: false });
    expect(clocksOn('10-20', [accepted, ...both, end('second')]).statutory).toMatchObject({ suspended: true });
    expect(clocksOn('10-20', [accepted, end('nothing'), end(null)]).statutory).toMatchObject({ dueOn: day('10-23'), suspended: false });
  });

  it.each(['PUBLICITY', 'CONSULTATION', 'SITE_SURVEY', '公示'])('are a closed list: %s does not stop the clock', (procedure) => {
    const events = [event('10-08', 'SPECIAL_PROCEDURE_STARTED', { procedure }), event('10-17', 'SPECIAL_PROCEDURE_ENDED', { procedure })];
    expect(clocksOn('10-20', [accepted, ...events])).toMatchObject({
      statutory: { dueOn: day('10-23'), suspended: false },
      findings: [{ code: 'PROCEDURE_NOT_ON_CLOSED_LIST', rule: '许可法 45' }],
    });
  });

  it('stop the clock once the applicant is told in writing of the time needed', () => {
    const untold = [event('10-08', 'SPECIAL_PROCEDURE_STARTED', { noticedAt: null }), hearing[1]!];
    expect(clocksOn('10-20', [accepted, ...untold])).toMatchObject({ statutory: { dueOn: day('10-23') }, findings: [{ code: 'PROCEDURE_WITHOUT_NOTICE' }] });
    const late = [event('10-08', 'SPECIAL_PROCEDURE_STARTED', { noticedAt: at('10-15') }), hearing[1]!];
    expect(clocksOn('10-20', [accepted, ...late])).toMatchObject({ statutory: { dueOn: day('10-27') }, findings: [] });
    const policy = { ...USUAL_POLICY, stopNeedsNotice: false };
    expect(clocksOn('10-20', [accepted, ...untold], licence({ policy })).statutory).toMatchObject({ dueOn: day('11-04') });
  });

  it('do not stop the time to answer at intake or to deliver', () => {
    const events = [event('09-05', 'RECEIVED'), event('09-09', 'SPECIAL_PROCEDURE_STARTED')];
    expect(clocksOn('09-12', events).intake).toMatchObject({ daysUsed: 4, suspended: false });
  });

  it('that begin when the limit is over do not save it', () => {
    const late = [event('10-24', 'SPECIAL_PROCEDURE_STARTED'), event('10-31', 'SPECIAL_PROCEDURE_ENDED')];
    expect(clocksOn('11-03', [accepted, ...late]).statutory).toMatchObject({ dueOn: day('10-23'), overdue: true });
  });
});

describe('许可法 44: delivery', () => {
  const decided = event('09-30', 'DECIDED');

  it('has ten working days of its own from the decision', () => {
    expect(clocksOn('10-09', [accepted, decided]).delivery).toMatchObject({ startedOn: day('09-30'), dueOn: day('10-20'), daysUsed: 2, endedOn: null });
    expect(clocksOn('10-30', [accepted, decided, event('10-21', 'DELIVERED')]).delivery).toMatchObject({ endedOn: day('10-21'), daysLeft: -1, overdue: true });
  });

  it('is of a refusal too, unless policy says otherwise, and of nothing withdrawn', () => {
    const refused = event('09-30', 'DECIDED', { outcome: 'REFUSED' });
    expect(clocksOn('10-09', [accepted, refused]).delivery).toMatchObject({ dueOn: day('10-20') });
    expect(clocksOn('10-09', [accepted, refused], licence({ policy: { ...USUAL_POLICY, refusalIsDelivered: false } })).delivery).toBeNull();
    expect(clocksOn('10-09', [accepted, event('09-30', 'DECIDED', { outcome: 'WITHDRAWN' })]).delivery).toBeNull();
  });
});

describe('a promise', () => {
  it('never outlasts the law: then the law’s clock is the promise’s', () => {
    for (const promised of [days(30), days(60, 'CALENDAR_DAY'), days(2, 'MONTH')]) {
      const { promised: clock, statutory } = clocksOn('10-09', [accepted], licence({ promised }));
      expect(clock).toEqual(statutory);
    }
  });

  it('stands alone where the law sets no limit', () => {
    const terms = clockTermsOf('REWARD', { statutoryLimit: null, promisedLimit: days(5), steps: [] });
    expect(clocksOn('09-23', [accepted], terms)).toMatchObject({ statutory: null, promised: { dueOn: day('09-28') } });
    expect(clocksOn('09-23', [accepted], { ...terms, promised: null })).toMatchObject({ statutory: null, promised: null });
  });

  it('in hours runs from the hour, day and night, and stops with a special procedure', () => {
    const promised = days(4, 'HOUR');
    const read = (when: string, events: CaseEvent[] = []) => clocksOn(when, [accepted, ...events], licence({ promised })).promised;
    expect(read('09-22 13:00')).toMatchObject({ dueOn: day('09-22'), dueAt: at('09-22 13:00'), overdue: false, limit: 1, daysUsed: 1, daysLeft: 0 });
    expect(read('09-22 13:01')).toMatchObject({ overdue: true });
    expect(read('09-24 13:01')).toMatchObject({ daysUsed: 3, daysLeft: -2 });
    const stop = [event('09-22 10:00', 'SPECIAL_PROCEDURE_STARTED'), event('09-22 12:00', 'SPECIAL_PROCEDURE_ENDED')];
    expect(read('09-22 11:30', stop)).toMatchObject({ dueAt: at('09-22 14:30'), suspended: true });
    expect(read('09-22 14:30', stop)).toMatchObject({ dueAt: at('09-22 15:00'), suspended: false, overdue: false });
    const late = [event('09-22 14:00', 'SPECIAL_PROCEDURE_STARTED'), event('09-22 16:00', 'SPECIAL_PROCEDURE_ENDED')];
    expect(read('09-22 18:00', late)).toMatchObject({ dueAt: at('09-22 13:00'), overdue: true });
  });

  it('in months is turned into days once, so that a stop keeps what was used', () => {
    const terms = licence({ promised: days(1, 'MONTH'), statutory: days(6, 'MONTH') });
    expect(clocksOn('10-07', [accepted], terms).promised).toMatchObject({ dueOn: day('10-22'), limit: 30, daysUsed: 15, counts: 'CALENDAR_DAY' });
    expect(clocksOn('10-20', [accepted, ...hearing], terms).promised).toMatchObject({ dueOn: day('10-31'), limit: 30, daysUsed: 19, daysLeft: 11 });
  });

  it('that ends on a day of rest is not late before the next working day is over', () => {
    const terms = licence({ promised: days(11, 'CALENDAR_DAY') }); // ends on 10-03
    expect(clocksOn('10-06', [accepted], terms).promised).toMatchObject({ dueOn: day('10-08'), daysUsed: 11, daysLeft: 0, overdue: false });
    expect(clocksOn('10-09', [accepted], terms).promised).toMatchObject({ daysLeft: -1, overdue: true });
  });
});

describe('steps', () => {
  const steps = new Map([[1, days(1)], [2, days(8)]]);
  it('have limits of their own, from their last start, and stop with the case', () => {
    const events = [
      accepted,
      event('09-22', 'STEP_STARTED', { step: 1 }),
      event('09-24', 'STEP_COMPLETED', { step: 1 }),
      event('09-24', 'STEP_STARTED', { step: 2 }),
      ...hearing,
    ];
    const read = clocksOn('10-20', events, licence({ steps })).steps;
    expect(read.get(1)).toMatchObject({ endedOn: day('09-24'), daysUsed: 2, overdue: true });
    expect(read.get(2)).toMatchObject({ startedOn: day('09-24'), dueOn: day('10-21'), daysUsed: 7, endedOn: null });
    expect(clocksOn('10-30', [...events, event('10-20', 'DECIDED')], licence({ steps })).steps.get(2)).toMatchObject({ endedOn: day('10-20') });
    expect(clocksOn('09-21', events, licence({ steps })).steps.size).toBe(0);
  });
});
