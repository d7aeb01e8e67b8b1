import fc from 'fast-check';
import { dayInChina } from '../../../services/shared/day';

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

describe('the day in China', () => {
  it('is that of the calendar, summer times of the past included', () => {
    const anyInstant = fc.date({ min: new Date('1901-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(fc.property(anyInstant, (instant) => dayInChina(instant) === calendar.format(instant)), { numRuns: 2_000 });
  });

  it('begins at sixteen o’clock of world time', () => {
    expect(['2026-01-15T15:59:59.999Z', '2026-01-15T16:00:00Z'].map((at) => dayInChina(new Date(at)))).toEqual(['2026-01-15', '2026-01-16']);
  });
});
