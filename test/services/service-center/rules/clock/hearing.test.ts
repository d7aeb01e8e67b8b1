import { hearingDeadlines } from '../../../../../services/service-center/rules/clock/hearing';
import { calendar, day } from './a-case';

const hearing = (toldOn: string, requestedOn: string | null = null, notifiedOn: string | null = null, heldOn: string | null = null) =>
  hearingDeadlines(
    { toldOn: day(toldOn), requestedOn: requestedOn && day(requestedOn), notifiedOn: notifiedOn && day(notifiedOn), heldOn: heldOn && day(heldOn) },
    calendar,
  );

describe('许可法 47, 48: a hearing', () => {
  it('is asked for within five working days of being told', () => {
    expect(hearing('09-05')).toEqual({ requestBy: day('09-15'), holdBy: null, notifyBy: null, faults: [] });
    expect(hearing('09-05', '09-15').faults).toEqual([]);
    expect(hearing('09-05', '09-16')).toMatchObject({ holdBy: null, faults: ['REQUEST_TOO_LATE'] });
  });

  it('is held within twenty working days of being asked for', () => {
    expect(hearing('09-19', '09-22')).toMatchObject({ holdBy: day('10-23') });
    expect(hearing('09-19', '09-22', '10-08', '10-23').faults).toEqual([]);
    expect(hearing('09-19', '09-22', '10-08', '10-24').faults).toEqual(['HELD_TOO_LATE']);
  });

  it('is notified seven working days ahead, holidays not counted', () => {
    expect(hearing('09-19', '09-22', '09-25', '10-10')).toMatchObject({ notifyBy: day('09-25'), faults: [] });
    expect(hearing('09-19', '09-22', '09-26', '10-10').faults).toEqual(['NOTICE_TOO_SHORT']);
  });
});
