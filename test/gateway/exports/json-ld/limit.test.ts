import { durationOf } from '../../../../gateway/exports/json-ld/limit';

describe('a limit as xsd:duration', () => {
  it.each([
    [{ value: 15, unit: 'CALENDAR_DAY' }, 'P15D'],
    [{ value: 3, unit: 'MONTH' }, 'P3M'],
    [{ value: 4, unit: 'HOUR' }, 'PT4H'],
    // Five working days are a week; any rest may have a weekend in it.
    [{ value: 1, unit: 'WORKING_DAY' }, 'P3D'],
    [{ value: 5, unit: 'WORKING_DAY' }, 'P7D'],
    [{ value: 20, unit: 'WORKING_DAY' }, 'P28D'],
    [{ value: 23, unit: 'WORKING_DAY' }, 'P33D'],
  ])('%o is %s', (limit, duration) => expect(durationOf(limit)).toBe(duration));

  it('is not told of a unit that is none of these', () => expect(durationOf({ value: 1, unit: 'MOON' })).toBeNull());
});
