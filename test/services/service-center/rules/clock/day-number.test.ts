import fc from 'fast-check';
import { addMonths, dayNumber, dayNumberAt, dayText, endOfDay, isWeekend } from '../../../../../services/service-center/rules/clock/day-number';
import { dayInChina } from '../../../../../services/shared/day';

describe('a day as a number', () => {
  it('is the same day written again', () => {
    for (const day of ['1969-12-31', '1970-01-01', '2014-09-05', '2000-02-29', '0001-01-01', '9999-12-31']) expect(dayText(dayNumber(day))).toBe(day);
  });

  it('is the day in China, as the rest of the hub reads it', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (instant) => {
        expect(dayText(dayNumberAt(instant.getTime()))).toBe(dayInChina(instant));
      }),
    );
    expect(dayText(dayNumberAt(Date.parse('2014-09-04T16:00:00Z')))).toBe('2014-09-05');
    expect(endOfDay('2014-09-05')).toBe(new Date('2014-09-06T00:00:00+08:00').toISOString());
  });

  it('knows its weekday', () => {
    const weekends = ['2014-09-05', '2014-09-06', '2014-09-07', '2014-09-08', '1969-12-28', '1969-12-29'].filter((day) => isWeekend(dayNumber(day)));
    expect(weekends).toEqual(['2014-09-06', '2014-09-07', '1969-12-28']);
  });

  it.each([
    ['2014-01-31', 1, '2014-02-28', false],
    ['2014-01-28', 1, '2014-02-28', true],
    ['2014-12-15', 1, '2015-01-15', true],
    ['2012-02-29', 12, '2013-02-28', false],
    ['2014-09-05', 0, '2014-09-05', true],
    ['0050-03-31', 1, '0050-04-30', false],
  ])('民法典 202: %s and %i months are %s', (day, months, end, corresponds) => {
    const added = addMonths(dayNumber(day), months);
    expect([dayText(added.day), added.corresponds]).toEqual([end, corresponds]);
  });
});
