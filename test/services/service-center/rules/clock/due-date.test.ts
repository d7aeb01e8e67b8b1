import { chineseDaysCalendar } from '../../../../../services/service-center/calendar/chinese-days-calendar';
import { dueDateOf } from '../../../../../services/service-center/rules/clock/due-date';
import { USUAL_POLICY, type Limit } from '../../../../../services/service-center/rules/clock/limit';
import { calendar, days } from './a-case';

const dueOn = (startedOn: string, limit: Limit, policy = USUAL_POLICY) => dueDateOf(startedOn, limit, calendar, policy).dueOn;

describe('许可法 82: a limit in working days', () => {
  it.each([
    ['2014-09-05', 5, '2014-09-15'], // Mid-Autumn on the 8th
    ['2014-09-22', 20, '2014-10-23'], // National Day week, made up on 09-28 and 10-11
    ['2014-09-26', 5, '2014-10-09'],
    ['2014-09-30', 1, '2014-10-08'],
    ['2014-12-31', 10, '2015-01-15'], // New Year, made up on 01-04
  ])('from %s, %i of them end on %s', (startedOn, value, end) => {
    expect(dueDateOf(startedOn, days(value), calendar)).toEqual({ dueOn: end, provisional: false });
  });

  it.each([
    ['2014-01-24', '2014-01-26'],
    ['2014-02-07', '2014-02-08'],
    ['2014-05-03', '2014-05-04'],
    ['2014-09-27', '2014-09-28'],
    ['2014-10-10', '2014-10-11'],
  ])('takes in make-up workdays: the first working day after %s is %s', (startedOn, end) => {
    expect(dueOn(startedOn, days(1))).toBe(end);
  });

  it('may count the start day where the policy says so', () => {
    const policy = { ...USUAL_POLICY, startDayCounted: true };
    expect(dueOn('2014-09-05', days(5), policy)).toBe('2014-09-12');
    expect(dueOn('2014-09-05', days(1), policy)).toBe('2014-09-05');
    expect(dueOn('2014-09-06', days(1), policy)).toBe('2014-09-09');
    expect(dueOn('2014-09-05', days(1, 'MONTH'), policy)).toBe('2014-10-08'); // 10-04 is a holiday
    expect(dueOn('2014-03-01', days(1, 'MONTH'), policy)).toBe('2014-03-31');
    expect(dueOn('2014-01-31', days(1, 'MONTH'), policy)).toBe('2014-02-28');
  });

  it('of none ends on the day itself, or on the first working day after it', () => {
    expect(dueOn('2014-09-05', days(0))).toBe('2014-09-05');
    expect(dueOn('2014-09-06', days(0))).toBe('2014-09-09');
  });
});

describe('other units', () => {
  it.each<[string, number, Limit['unit'], string, string]>([
    ['2014-09-01', 10, 'CALENDAR_DAY', '2014-09-11', 'the days run through'],
    ['2014-09-01', 5, 'CALENDAR_DAY', '2014-09-09', '民法典 203: a Saturday before a holiday moves to the Tuesday'],
    ['2014-09-01', 30, 'CALENDAR_DAY', '2014-10-08', 'the National Day week'],
    ['2014-09-21', 7, 'CALENDAR_DAY', '2014-09-28', 'a Sunday that is worked'],
    ['2014-07-01', 90, 'CALENDAR_DAY', '2014-09-29', '处罚法 60'],
    ['2014-09-10', 1, 'MONTH', '2014-10-10', '民法典 202: the corresponding day'],
    ['2014-08-31', 1, 'MONTH', '2014-09-30', 'no such day: the month’s last'],
    ['2012-01-30', 1, 'MONTH', '2012-02-29', 'a leap year'],
    ['2014-09-01', 1, 'MONTH', '2014-10-08', 'a holiday'],
    ['2014-05-15', 4, 'MONTH', '2014-09-15', 'four months'],
    ['2014-11-30', 15, 'MONTH', '2016-02-29', 'over the years'],
    ['2014-09-05', 4, 'HOUR', '2014-09-06', 'at the latest'],
    ['2014-09-05', 24, 'HOUR', '2014-09-06', 'hours are not moved from a Saturday'],
    ['2014-09-05', 25, 'HOUR', '2014-09-07', 'a second day begun'],
    ['2014-09-05', 0, 'HOUR', '2014-09-05', 'at once'],
  ])('%s and %i %s: %s (%s)', (startedOn, value, unit, end) => {
    expect(dueOn(startedOn, days(value, unit))).toBe(end);
  });

  it('stay on a day of rest where the policy says so', () => {
    expect(dueOn('2014-09-01', days(5, 'CALENDAR_DAY'), { ...USUAL_POLICY, restDayMovesEnd: false })).toBe('2014-09-06');
  });
});

describe('a due date past the published calendar', () => {
  it.each<[string, number, Limit['unit'], boolean]>([
    ['2026-12-24', 5, 'WORKING_DAY', false],
    ['2026-12-24', 6, 'WORKING_DAY', true],
    ['2027-02-01', 5, 'WORKING_DAY', true], // the Spring Festival that the package does not know
    ['2026-12-01', 30, 'CALENDAR_DAY', false],
    ['2026-12-01', 31, 'CALENDAR_DAY', true],
    ['2026-12-15', 1, 'MONTH', true],
    ['2026-12-31', 48, 'HOUR', false], // hours ask no calendar
    ['2006-12-29', 1, 'WORKING_DAY', true], // before the calendar begins
  ])('%s and %i %s: provisional %s', (startedOn, value, unit, provisional) => {
    expect(dueDateOf(startedOn, days(value, unit), calendar).provisional).toBe(provisional);
  });

  it('is final, and elsewhere, once the calendar reaches it', () => {
    const holidays = ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'];
    const grown = chineseDaysCalendar([
      ...holidays.map((on) => ({ day: on, kind: 'HOLIDAY' as const })),
      { day: '2027-01-31', kind: 'WORKDAY' },
    ]);
    expect(dueDateOf('2027-01-29', days(5), calendar)).toEqual({ dueOn: '2027-02-05', provisional: true });
    expect(dueDateOf('2027-01-29', days(5), grown)).toEqual({ dueOn: '2027-02-04', provisional: false });
    expect(dueDateOf('2027-02-04', days(1), calendar)).toEqual({ dueOn: '2027-02-05', provisional: true });
    expect(dueDateOf('2027-02-04', days(1), grown)).toEqual({ dueOn: '2027-02-12', provisional: false });
    expect(dueDateOf('2027-12-31', days(1), grown).provisional).toBe(true);
  });
});
