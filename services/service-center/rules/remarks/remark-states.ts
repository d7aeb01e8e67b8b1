import { accept, refuse, type Outcome } from '../../../shared/outcome';

/** Where a remark stands (意见的状态). */
export const REMARK_STATES = {
  OPEN: '待答复',
  OPEN_WITHHELD: '待答复，不公开',
  PUBLISHED: '已答复，公开',
  WITHHELD: '已答复，不公开',
} as const;
export type RemarkState = keyof typeof REMARK_STATES;

/** What is done with one: anybody submits it, the agency answers, the service center withholds and publishes. */
export const REMARK_MOVES = { SUBMIT: '提交', SUBMIT_ON_CASE: '就办件提交', ANSWER: '答复', WITHHOLD: '不予公开', PUBLISH: '公开' } as const;
export type RemarkMove = keyof typeof REMARK_MOVES;

interface RemarkTransition {
  /** Null: there is no remark yet. */
  from: RemarkState | null;
  move: RemarkMove;
  to: RemarkState;
}

/**
 * Every move there is (P18). An answer publishes unless the remark is withheld. One about a case is withheld from the
 * beginning: it speaks of somebody's own matter, and is shown when the service center has read it.
 */
export const REMARK_TRANSITIONS: readonly RemarkTransition[] = [
  { from: null, move: 'SUBMIT', to: 'OPEN' },
  { from: null, move: 'SUBMIT_ON_CASE', to: 'OPEN_WITHHELD' },
  { from: 'OPEN', move: 'ANSWER', to: 'PUBLISHED' },
  { from: 'OPEN', move: 'WITHHOLD', to: 'OPEN_WITHHELD' },
  { from: 'OPEN_WITHHELD', move: 'ANSWER', to: 'WITHHELD' },
  { from: 'OPEN_WITHHELD', move: 'PUBLISH', to: 'OPEN' },
  { from: 'PUBLISHED', move: 'WITHHOLD', to: 'WITHHELD' },
  { from: 'WITHHELD', move: 'PUBLISH', to: 'PUBLISHED' },
];

/** States that wait for an answer. */
export const OPEN_STATES = ['OPEN', 'OPEN_WITHHELD'] as const satisfies readonly RemarkState[];

/** Where a move leads; refused where the table has none. */
export function moveRemark(from: RemarkState | null, move: RemarkMove): Outcome<RemarkState> {
  const found = REMARK_TRANSITIONS.find((transition) => transition.from === from && transition.move === move);
  if (found !== undefined) return accept(found.to);
  const stands = from === null ? '没有该意见' : `意见${REMARK_STATES[from]}`;
  return refuse('REMARK_STATE', 'P18', `${stands}，不能${REMARK_MOVES[move]}`, [{ path: 'remarkId', value: from }]);
}

/** States that no sequence of these moves reaches: none, or the table is wrong. */
export function unreachableStates(transitions: readonly RemarkTransition[] = REMARK_TRANSITIONS): RemarkState[] {
  const reached = new Set<RemarkState | null>([null]);
  for (const state of reached) transitions.filter(({ from }) => from === state).forEach(({ to }) => reached.add(to));
  return (Object.keys(REMARK_STATES) as RemarkState[]).filter((state) => !reached.has(state));
}

/** Open states from which no sequence of these moves leads to an answer: none, or the table is wrong. */
export function neverAnswered(transitions: readonly RemarkTransition[] = REMARK_TRANSITIONS): RemarkState[] {
  const isOpen = (state: RemarkState): boolean => (OPEN_STATES as readonly RemarkState[]).includes(state);
  const leading = new Set<RemarkState | null>((Object.keys(REMARK_STATES) as RemarkState[]).filter((state) => !isOpen(state)));
  for (const state of leading) transitions.filter(({ to }) => to === state).forEach(({ from }) => leading.add(from));
  return OPEN_STATES.filter((state) => !leading.has(state));
}
