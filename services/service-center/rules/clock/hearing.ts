import { countDays } from './count-days';
import { dayNumber, dayText, type Day, type DayNumber } from './day-number';
import { USUAL_POLICY, type ClockPolicy, type Limit } from './limit';
import { LICENSING_LAW } from './statute';
import { workingDaysBefore, type WorkingDays } from './working-days';

/** The days of a hearing so far as they are known. */
export interface Hearing {
  /** The applicant was told of the right to be heard. */
  toldOn: Day;
  requestedOn: Day | null;
  /** Time and place were notified. */
  notifiedOn: Day | null;
  heldOn: Day | null;
}

export interface HearingDeadlines {
  /** Last day to ask for it (47¶1). */
  requestBy: Day;
  /** Last day to hold it, once asked for in time (47¶1). */
  holdBy: Day | null;
  /** Last day to notify the parties of time and place, for the day it is held (48(1)). */
  notifyBy: Day | null;
  faults: HearingFault[];
}

export const HEARING_FAULTS = {
  REQUEST_TOO_LATE: '逾期提出听证申请',
  HELD_TOO_LATE: '未在期限内组织听证',
  NOTICE_TOO_SHORT: '未在举行听证的七日前通知',
} as const;
export type HearingFault = keyof typeof HEARING_FAULTS;

/** 许可法 47, 48: asked for within 5 days of being told, held within 20 of being asked for, notified 7 days ahead. */
export function hearingDeadlines(hearing: Hearing, calendar: WorkingDays, policy: ClockPolicy = USUAL_POLICY): HearingDeadlines {
  const { toldOn, requestedOn, notifiedOn, heldOn } = hearing;
  const ends = (from: Day, limit: Limit): DayNumber =>
    countDays({ from: dayNumber(from), limits: [limit], isStopped: () => false, asOf: dayNumber(from) }, calendar, policy).due;
  const requestBy = dayText(ends(toldOn, LICENSING_LAW.hearingRequest.limit));
  const inTime = requestedOn !== null && requestedOn <= requestBy;
  const holdBy = inTime ? dayText(ends(requestedOn, LICENSING_LAW.hearingHeld.limit)) : null;
  const notifyBy =
    heldOn === null ? null : dayText(workingDaysBefore(dayNumber(heldOn), LICENSING_LAW.hearingNotice.limit.value, calendar));
  const faults: HearingFault[] = [];
  if (requestedOn !== null && !inTime) faults.push('REQUEST_TOO_LATE');
  if (holdBy !== null && heldOn !== null && heldOn > holdBy) faults.push('HELD_TOO_LATE');
  if (notifyBy !== null && notifiedOn !== null && notifiedOn > notifyBy) faults.push('NOTICE_TOO_SHORT');
  return { requestBy, holdBy, notifyBy, faults };
}
