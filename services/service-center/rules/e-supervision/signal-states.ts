import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { Day } from '../clock/day-number';

/** Where a signal is in its life (信号状态), all of it recorded. */
export const SIGNAL_STATES = {
  RAISED: '已产生',
  NOTIFIED: '已通知办理机构',
  ANSWERED: '办理机构已答复',
  UPHELD: '认定成立',
  REVOKED: '撤销',
  CLOSED: '办结',
} as const;
export type SignalState = keyof typeof SIGNAL_STATES;

export const SIGNAL_MOVES = { NOTIFY: '通知', ANSWER: '答复', UPHOLD: '认定', REVOKE: '撤销', CLOSE: '办结' } as const;
export type SignalMove = keyof typeof SIGNAL_MOVES;

type Row = Readonly<Record<SignalMove, SignalState | null>>;
const NOTHING: Row = { NOTIFY: null, ANSWER: null, UPHOLD: null, REVOKE: null, CLOSE: null };

/** raised → notified → the agency answers → upheld or revoked → closed. Facts may revoke what nobody was told of yet. */
export const NEXT_SIGNAL_STATE: Readonly<Record<SignalState, Row>> = {
  RAISED: { ...NOTHING, NOTIFY: 'NOTIFIED', REVOKE: 'REVOKED' },
  NOTIFIED: { ...NOTHING, ANSWER: 'ANSWERED', UPHOLD: 'UPHELD' },
  ANSWERED: { ...NOTHING, UPHOLD: 'UPHELD', REVOKE: 'REVOKED' },
  UPHELD: { ...NOTHING, CLOSE: 'CLOSED' },
  REVOKED: { ...NOTHING, CLOSE: 'CLOSED' },
  CLOSED: NOTHING,
};

/** How a signal stands when somebody moves it. */
export interface SignalStanding {
  state: SignalState;
  /** Last day for the agency to answer; null before it was notified. */
  answerBy: Day | null;
}

/** Who upholds what was not answered waits until the agency's time is up; who answers or concludes says why. */
export function moveSignal({ state, answerBy }: SignalStanding, move: SignalMove, text: string | null, today: Day): Outcome<SignalState> {
  const next = NEXT_SIGNAL_STATE[state][move];
  if (next === null) return refuse('IMPOSSIBLE_MOVE', null, `信号处于“${SIGNAL_STATES[state]}”，不能${SIGNAL_MOVES[move]}`, [{ path: 'id', value: state }]);
  if (move === 'UPHOLD' && state === 'NOTIFIED' && answerBy !== null && today <= answerBy)
    return refuse('ANSWER_STILL_DUE', null, `办理机构的答复期限到 ${answerBy} 止`, [{ path: 'id', value: answerBy }]);
  if (NEEDS_TEXT.has(move) && !text?.trim()) return refuse('TEXT_MISSING', null, `${SIGNAL_MOVES[move]}须说明理由`, [{ path: 'text', value: null }]);
  return accept(next);
}
const NEEDS_TEXT: ReadonlySet<SignalMove> = new Set(['ANSWER', 'UPHOLD', 'REVOKE']);
