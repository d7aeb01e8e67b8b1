import type { TimeLimit } from '../guide-document';

/** A limit as a law, a guide or a step states it. */
export type Limit = Pick<TimeLimit, 'value' | 'unit'>;

/** How a clock counts where the law leaves it to whoever runs it. Policy data: a region may set its own. */
export interface ClockPolicy {
  /** Whether the day of the event that starts a clock is its first day. Usually it is not counted (民法典 201). */
  startDayCounted: boolean;
  /** Whether an end on a day of rest moves to the next working day (民法典 203). */
  restDayMovesEnd: boolean;
  /** Whether a special procedure stops the clock only once the applicant is told in writing (许可法 45). */
  stopNeedsNotice: boolean;
  /** Whether an extension of the statutory limit, made while the promise still runs, extends the promise too. */
  extensionMovesPromise: boolean;
  /** Whether a decision to refuse is delivered within the limit that 许可法 44 sets for grants. */
  refusalIsDelivered: boolean;
}

export const USUAL_POLICY: ClockPolicy = {
  startDayCounted: false,
  restDayMovesEnd: true,
  stopNeedsNotice: true,
  extensionMovesPromise: true,
  refusalIsDelivered: true,
};
