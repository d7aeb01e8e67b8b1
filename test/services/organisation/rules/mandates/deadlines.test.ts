import { daysBetween, deadlineOf, isRemindedOn, plusDays } from '../../../../../services/organisation/rules/mandates/deadlines';

describe('deadlines of findings', () => {
  it('gives thirty days from the day it was raised', () => {
    expect(deadlineOf('2026-06-01')).toBe('2026-07-01');
    expect(deadlineOf('2028-01-31')).toBe('2028-03-01'); // a leap year
  });

  it('reminds every seven days, and on no other day', () => {
    const reminded = Array.from({ length: 40 }, (_, i) => i - 8).filter((age) => isRemindedOn('2026-06-01', plusDays('2026-06-01', age)));
    expect(reminded).toEqual([7, 14, 21, 28]);
  });

  it('counts calendar days', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
    expect(daysBetween('2026-06-02', '2026-06-01')).toBe(-1);
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
