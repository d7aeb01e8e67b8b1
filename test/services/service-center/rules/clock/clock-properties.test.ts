import fc from 'fast-check';
import { chineseDaysCalendar } from '../../../../../services/service-center/calendar/chinese-days-calendar';
import { caseClocks, type CaseClocks } from '../../../../../services/service-center/rules/clock/case-clocks';
import type { CaseEvent } from '../../../../../services/service-center/rules/clock/case-event';
import type { Clock } from '../../../../../services/service-center/rules/clock/clock';
import { dayNumber, dayText } from '../../../../../services/service-center/rules/clock/day-number';
import { dueDateOf } from '../../../../../services/service-center/rules/clock/due-date';
import { USUAL_POLICY } from '../../../../../services/service-center/rules/clock/limit';
import { calendar, days, licence } from './a-case';

const START = Date.parse('2014-01-06T00:00:00Z');
const HOUR = 3_600_000;

/** A moment in the year from January 2014: by the hour, so that events often fall together. */
const moment = fc.integer({ min: 0, max: 365 * 24 }).map((hours) => START + hours * HOUR);
const iso = (time: number): string => new Date(time).toISOString();

const limit = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((value) => days(value)),
  fc.integer({ min: 1, max: 90 }).map((value) => days(value, 'CALENDAR_DAY')),
  fc.integer({ min: 1, max: 6 }).map((value) => days(value, 'MONTH')),
  fc.integer({ min: 1, max: 200 }).map((value) => days(value, 'HOUR')),
);
const terms = fc
  .record({ statutory: fc.option(limit), promised: fc.option(limit), startDayCounted: fc.boolean(), restDayMovesEnd: fc.boolean() })
  .map(({ statutory, promised, ...policy }) => licence({ statutory, promised, policy: { ...USUAL_POLICY, ...policy }, steps: new Map([[1, days(3)]]) }));

const procedure = fc.constantFrom('HEARING', 'TESTING', 'PUBLICITY');
const happened = fc.record({ at: moment.map(iso), id: fc.uuid() });
const other: fc.Arbitrary<CaseEvent> = fc
  .tuple(
    happened,
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('RECEIVED', 'CORRECTION_REQUESTED', 'CORRECTED', 'ACCEPTED') }) },
      fc.record({ kind: fc.constantFrom('STEP_STARTED', 'STEP_COMPLETED'), step: fc.constant(1) }),
      fc.record({ kind: fc.constant('EXTENDED'), approvedBy: fc.constantFrom('AGENCY_HEAD', null), noticedAt: fc.option(moment.map(iso)), value: fc.option(fc.nat(20)) }),
      fc.record({ kind: fc.constant('DECIDED'), outcome: fc.constantFrom('GRANTED', 'REFUSED', 'WITHDRAWN') }),
      fc.record({ kind: fc.constantFrom('DELIVERED', 'REFUSED_INTAKE') }),
    ),
  )
  .map(([base, said]): CaseEvent => Object.assign({ ...base }, said as CaseEvent, base));

/** A special procedure from its start to its end; it may be told late, or never, and may go on. */
const suspension: fc.Arbitrary<CaseEvent[]> = fc
  .tuple(procedure, moment, fc.nat(60 * 24), fc.option(fc.nat(20 * 24), { freq: 8 }), fc.boolean(), fc.uuid())
  .map(([name, from, long, toldAfter, goesOn, id]) => [
    { id: `${id} from`, at: iso(from), kind: 'SPECIAL_PROCEDURE_STARTED', procedure: name, noticedAt: toldAfter === null ? null : iso(from + toldAfter * HOUR) },
    ...(goesOn ? [] : [{ id: `${id} to`, at: iso(from + long * HOUR), kind: 'SPECIAL_PROCEDURE_ENDED' as const, procedure: name, startId: `${id} from` }]),
  ]);
/** Sometimes two of one kind, so that they overlap. */
const suspensions = fc.array(suspension, { maxLength: 4 }).map((all) => all.flat());
const events = fc.tuple(fc.array(other, { maxLength: 10 }), suspensions).map(([some, stops]) => [...some, ...stops]);

const clocksOf = ({ intake, statutory, promised, delivery, steps }: CaseClocks): Clock[] =>
  [intake, statutory, promised, delivery, ...steps.values()].filter((clock) => clock !== null);

describe('whatever happens to a case', () => {
  it('days used and days left make the limit, at any moment', () => {
    fc.assert(
      fc.property(events, terms, moment, (all, rules, now) => {
        for (const { daysUsed, daysLeft, limit: given } of clocksOf(caseClocks(all, rules, calendar, new Date(now)))) {
          expect(daysUsed + daysLeft).toBe(given);
          expect(daysUsed).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('the order in which events arrive does not matter', () => {
    const shuffled = events.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, terms, moment, ([all, arrived], rules, now) => {
        expect(caseClocks(arrived, rules, calendar, new Date(now))).toEqual(caseClocks(all, rules, calendar, new Date(now)));
      }),
      { numRuns: 1000 },
    );
  });

  it('what has not happened yet does not matter', () => {
    fc.assert(
      fc.property(events, terms, moment, (all, rules, now) => {
        const past = all.filter(({ at }) => Date.parse(at) <= now);
        expect(caseClocks(all, rules, calendar, new Date(now))).toEqual(caseClocks(past, rules, calendar, new Date(now)));
      }),
    );
  });

  // With one extension, as the law allows (42¶1). Of two, a suspension can decide which was still in time, and so which counts.
  const extendedOnce = events.filter((all) => all.filter(({ kind }) => kind === 'EXTENDED').length <= 1);

  it('more suspension never brings a due date nearer', () => {
    fc.assert(
      fc.property(extendedOnce, suspension, terms, moment, (all, more, rules, now) => {
        const [before, after] = [all, [...all, ...more]].map((known) => caseClocks(known, rules, calendar, new Date(now)));
        for (const clock of ['statutory', 'promised'] as const)
          expect((after![clock]?.dueAt ?? '') >= (before![clock]?.dueAt ?? '')).toBe(true);
        expect(after!.intake).toEqual(before!.intake);
        expect(after!.delivery).toEqual(before!.delivery);
      }),
      { numRuns: 3000 },
    );
  });

  it('a due date is a working day, unless hours are counted or the end stays where it falls', () => {
    const inDays = terms.filter(({ statutory, promised, policy }) => policy.restDayMovesEnd && statutory?.unit !== 'HOUR' && promised?.unit !== 'HOUR');
    fc.assert(
      fc.property(events, inDays, moment, (all, rules, now) => {
        for (const { dueOn } of clocksOf(caseClocks(all, rules, calendar, new Date(now)))) expect(calendar.isWorkingDay(dayNumber(dueOn))).toBe(true);
      }),
    );
  });

  it('a promise is never due after the law', () => {
    fc.assert(
      fc.property(events, terms, moment, (all, rules, now) => {
        const { promised, statutory } = caseClocks(all, rules, calendar, new Date(now));
        if (promised && statutory) expect(promised.dueAt <= statutory.dueAt).toBe(true);
      }),
    );
  });

  it('a case in time has days left, a late one does not', () => {
    fc.assert(
      fc.property(events, terms, moment, (all, rules, now) => {
        for (const { overdue, daysLeft } of clocksOf(caseClocks(all, rules, calendar, new Date(now)))) {
          if (!overdue) expect(daysLeft).toBeGreaterThanOrEqual(0);
          else expect(daysLeft).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

const startedOn = fc.integer({ min: dayNumber('2007-01-01'), max: dayNumber('2027-06-30') }).map(dayText);

/** Another way to count working days: text dates, one day at a time. */
function counted(from: string, value: number): string {
  const date = new Date(`${from}T12:00:00Z`);
  for (let left = value; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (calendar.isWorkingDay(dayNumber(date.toISOString().slice(0, 10)))) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}

describe('a limit in working days and others', () => {
  it('is the so manieth working day after the start', () => {
    fc.assert(
      fc.property(startedOn, fc.integer({ min: 1, max: 250 }), (from, value) => {
        expect(dueDateOf(from, days(value), calendar).dueOn).toBe(counted(from, value));
      }),
    );
  });

  it('is later for a longer limit, and not earlier for a later start', () => {
    const unit = fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const, 'MONTH' as const, 'HOUR' as const);
    fc.assert(
      fc.property(startedOn, fc.nat(60), fc.nat(20), fc.nat(20), unit, (from, value, more, later, kind) => {
        const due = dueDateOf(from, days(value, kind), calendar).dueOn;
        expect(dueDateOf(from, days(value + more, kind), calendar).dueOn >= due).toBe(true);
        expect(dueDateOf(dayText(dayNumber(from) + later), days(value, kind), calendar).dueOn >= due).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is final when it is not provisional: a calendar that grows does not move it', () => {
    const nextYear = fc.uniqueArray(fc.integer({ min: dayNumber('2027-01-02'), max: dayNumber('2027-12-31') }), { maxLength: 40 });
    const from = fc.integer({ min: dayNumber('2026-06-01'), max: dayNumber('2027-03-01') }).map(dayText);
    fc.assert(
      fc.property(from, limit, nextYear, (start, given, named) => {
        const table = named.map((on) => ({ day: dayText(on), kind: calendar.isWorkingDay(on) ? ('HOLIDAY' as const) : ('WORKDAY' as const) }));
        const grown = chineseDaysCalendar([{ day: '2027-01-01', kind: 'HOLIDAY' }, ...table]);
        const before = dueDateOf(start, given, calendar);
        const after = dueDateOf(start, given, grown);
        if (!before.provisional) expect(after).toEqual(before);
        if (after.dueOn <= '2027-12-31') expect(after.provisional).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
