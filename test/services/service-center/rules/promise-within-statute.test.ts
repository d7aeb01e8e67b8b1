import { isPromiseWithinStatute } from '../../../../services/service-center/rules/promise-within-statute';
import type { TimeLimit } from '../../../../services/service-center/rules/guide-document';

const limit = (text: string): TimeLimit => {
  const [value, unit] = text.split(' ');
  return { value: Number(value), unit: unit as TimeLimit['unit'], note: null };
};

describe('the promised limit', () => {
  it.each([
    ['20 WORKING_DAY', '20 WORKING_DAY'],
    ['5 WORKING_DAY', '20 WORKING_DAY'],
    ['4 MONTH', '6 MONTH'],
    ['4 HOUR', '1 WORKING_DAY'],
    ['24 HOUR', '1 CALENDAR_DAY'],
    ['20 CALENDAR_DAY', '20 WORKING_DAY'],
    ['28 CALENDAR_DAY', '20 WORKING_DAY'],
    ['10 WORKING_DAY', '14 CALENDAR_DAY'],
    ['3 WORKING_DAY', '7 CALENDAR_DAY'],
    ['1 WORKING_DAY', '3 CALENDAR_DAY'],
    ['25 WORKING_DAY', '60 CALENDAR_DAY'],
    ['20 WORKING_DAY', '1 MONTH'],
    ['28 CALENDAR_DAY', '1 MONTH'],
    ['1 MONTH', '31 CALENDAR_DAY'],
    ['2 MONTH', '62 CALENDAR_DAY'],
  ])('may be %s where the law gives %s', (promised, statutory) => {
    expect(isPromiseWithinStatute(limit(promised), limit(statutory))).toBe(true);
  });

  it.each([
    ['21 WORKING_DAY', '20 WORKING_DAY'],
    ['20 WORKING_DAY', '20 CALENDAR_DAY'],
    ['4 WORKING_DAY', '4 CALENDAR_DAY'], // from a Tuesday it ends on a Monday
    ['29 CALENDAR_DAY', '20 WORKING_DAY'],
    ['10 CALENDAR_DAY', '7 WORKING_DAY'], // from a Monday the law's seven end on the ninth day
    ['1 WORKING_DAY', '24 HOUR'],
    ['49 HOUR', '2 CALENDAR_DAY'],
    ['30 CALENDAR_DAY', '1 MONTH'], // February
    ['1 MONTH', '30 CALENDAR_DAY'],
    ['1 MONTH', '20 WORKING_DAY'],
    ['21 WORKING_DAY', '1 MONTH'],
  ])('may not be %s where the law gives %s', (promised, statutory) => {
    expect(isPromiseWithinStatute(limit(promised), limit(statutory))).toBe(false);
  });

  it('exceeds nothing when it or the statutory one is not stated', () => {
    expect(isPromiseWithinStatute(null, limit('1 HOUR'))).toBe(true);
    expect(isPromiseWithinStatute(limit('9999 MONTH'), null)).toBe(true);
  });
});
