import { dayNumber, dayText, type Day } from './day-number';
import { LICENSING_LAW } from './statute';

/** A licence that runs out, and what was done to renew it. */
export interface Renewal {
  /** Last day the licence holds. */
  validUntil: Day;
  appliedOn: Day | null;
  decidedOn: Day | null;
}

export interface RenewalState {
  /** Last day to apply (50¶1), 30 calendar days ahead. */
  applyBy: Day;
  appliedInTime: boolean;
  /** Last day to decide: the last day of the licence (50¶2). */
  decideBy: Day;
  /** Nothing was decided by then on an application made in time: renewed by silence (逾期未作决定的，视为准予延续). */
  renewedBySilence: boolean;
}

/**
 * 许可法 50: apply 30 days before expiry; the organ decides before expiry, and silence until then renews. Who applied
 * late has no such right: the organ could not have decided in time.
 */
export function renewalState({ validUntil, appliedOn, decidedOn }: Renewal, today: Day): RenewalState {
  const applyBy = dayText(dayNumber(validUntil) - LICENSING_LAW.renewal.limit.value);
  const appliedInTime = appliedOn !== null && appliedOn <= applyBy;
  const silent = today > validUntil && (decidedOn === null || decidedOn > validUntil);
  return { applyBy, appliedInTime, decideBy: validUntil, renewedBySilence: appliedInTime && silent };
}
