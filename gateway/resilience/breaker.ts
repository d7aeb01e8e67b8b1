/** When a subgraph is cut off, and for how long. */
export interface BreakerSettings {
  /** Failures within the window that open it, if they are also half of the calls: a busy service with a few slow questions is not down. */
  failures: number;
  windowMs: number;
  /** How long nothing is asked before one call may try. */
  openMs: number;
}

export const DEFAULT_BREAKER: BreakerSettings = { failures: 5, windowMs: 10_000, openMs: 1_000 };

export type BreakerState =
  | { phase: 'CLOSED'; since: number; calls: number; failures: number }
  | { phase: 'OPEN'; until: number }
  /** One call is under way to see whether the subgraph is back; it is given up on after `until`. */
  | { phase: 'HALF_OPEN'; until: number };

/** How a call came through: as usual, as the one that tries, or not at all. */
export type Admission = 'CALL' | 'PROBE' | 'REFUSED';

export const closed = (now: number): BreakerState => ({ phase: 'CLOSED', since: now, calls: 0, failures: 0 });

/** Whether a call may be made now. */
export function decideAdmission(state: BreakerState, now: number, { openMs }: BreakerSettings): { state: BreakerState; admission: Admission } {
  if (state.phase === 'CLOSED') return { state, admission: 'CALL' };
  if (now < state.until) return { state, admission: 'REFUSED' };
  return { state: { phase: 'HALF_OPEN', until: now + openMs }, admission: 'PROBE' };
}

/** What a call's outcome changes. Calls that were under way before it opened say nothing about the probe. */
export function decideOutcome(state: BreakerState, admission: Admission, isUp: boolean, now: number, settings: BreakerSettings): BreakerState {
  const opened: BreakerState = { phase: 'OPEN', until: now + settings.openMs };
  if (state.phase === 'HALF_OPEN' && admission === 'PROBE') return isUp ? closed(now) : opened;
  if (state.phase !== 'CLOSED') return state;
  const window = now - state.since < settings.windowMs ? state : { since: now, calls: 0, failures: 0 };
  const calls = window.calls + 1;
  const failures = window.failures + (isUp ? 0 : 1);
  if (!isUp && failures >= settings.failures && failures * 2 >= calls) return opened;
  return { phase: 'CLOSED', since: window.since, calls, failures };
}

/** One subgraph's breaker. It outlives the gateways that use it, so that a reloaded supergraph does not forget who is down. */
export interface Breaker {
  readonly phase: BreakerState['phase'];
  admit(): Admission;
  settle(admission: Admission, isUp: boolean): void;
}

export interface BreakerOptions {
  settings: BreakerSettings;
  /** Milliseconds of any clock that only goes forward. */
  now?: () => number;
  onChange?: (phase: BreakerState['phase']) => void;
}

export function createBreaker({ settings, now = () => performance.now(), onChange = () => undefined }: BreakerOptions): Breaker {
  let state = closed(now());
  const become = (next: BreakerState): void => {
    const isNew = next.phase !== state.phase;
    state = next;
    if (isNew) onChange(next.phase);
  };
  return {
    get phase() {
      return state.phase;
    },
    admit() {
      const decided = decideAdmission(state, now(), settings);
      become(decided.state);
      return decided.admission;
    },
    settle: (admission, isUp) => become(decideOutcome(state, admission, isUp, now(), settings)),
  };
}
