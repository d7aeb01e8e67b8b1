import { accept, refuse, type Outcome } from '../../../shared/outcome';

/** Where a guide stands on its way to publication (指南草稿的状态). */
export const DRAFT_STATES = {
  DRAFT: '草稿，未报送',
  SUBMITTED: '已报送，待审核',
  RETURNED: '已退回，待修改',
  WITHDRAWN: '已撤回',
  PUBLISHED: '已发布',
} as const;
export type DraftState = keyof typeof DRAFT_STATES;

/** What is done with a draft: the agency brings it in, submits and withdraws it; the service center returns or approves it. */
export const DRAFT_MOVES = {
  IMPORT: '导入',
  SUBMIT: '报送',
  RETURN: '退回',
  APPROVE: '审核通过',
  WITHDRAW: '撤回',
} as const;
export type DraftMove = keyof typeof DRAFT_MOVES;

interface DraftTransition {
  /** Null: there is no open draft of the item yet. */
  from: DraftState | null;
  move: DraftMove;
  to: DraftState;
}

/** Every move there is. What the service center has before it is not changed under its hands: it is withdrawn first. */
export const DRAFT_TRANSITIONS: readonly DraftTransition[] = [
  { from: null, move: 'IMPORT', to: 'DRAFT' },
  { from: null, move: 'SUBMIT', to: 'SUBMITTED' },
  { from: 'DRAFT', move: 'IMPORT', to: 'DRAFT' },
  { from: 'DRAFT', move: 'SUBMIT', to: 'SUBMITTED' },
  { from: 'DRAFT', move: 'WITHDRAW', to: 'WITHDRAWN' },
  { from: 'SUBMITTED', move: 'RETURN', to: 'RETURNED' },
  { from: 'SUBMITTED', move: 'APPROVE', to: 'PUBLISHED' },
  { from: 'SUBMITTED', move: 'WITHDRAW', to: 'WITHDRAWN' },
  { from: 'RETURNED', move: 'IMPORT', to: 'DRAFT' },
  { from: 'RETURNED', move: 'SUBMIT', to: 'SUBMITTED' },
  { from: 'RETURNED', move: 'WITHDRAW', to: 'WITHDRAWN' },
];

/** States that something can still be done with; an item has one draft in them at most. */
export const OPEN_STATES = ['DRAFT', 'SUBMITTED', 'RETURNED'] as const satisfies readonly DraftState[];

/** Where a move leads; refused where the table has none. */
export function moveDraft(from: DraftState | null, move: DraftMove): Outcome<DraftState> {
  const found = DRAFT_TRANSITIONS.find((transition) => transition.from === from && transition.move === move);
  if (found !== undefined) return accept(found.to);
  const stands = from === null ? '没有草稿' : `草稿${DRAFT_STATES[from]}`;
  return refuse('DRAFT_STATE', 'P15', `${stands}，不能${DRAFT_MOVES[move]}`, [{ path: 'draftId', value: from }]);
}

/** States that no sequence of these moves reaches: none, or the table is wrong. */
export function unreachableStates(transitions: readonly DraftTransition[] = DRAFT_TRANSITIONS): DraftState[] {
  const reached = new Set<DraftState | null>([null]);
  for (const state of reached) transitions.filter(({ from }) => from === state).forEach(({ to }) => reached.add(to));
  return (Object.keys(DRAFT_STATES) as DraftState[]).filter((state) => !reached.has(state));
}

/** Open states from which no sequence of these moves leads to an end: none, or the table is wrong. */
export function deadEnds(transitions: readonly DraftTransition[] = DRAFT_TRANSITIONS): DraftState[] {
  const leading = new Set<DraftState | null>((Object.keys(DRAFT_STATES) as DraftState[]).filter((state) => !(OPEN_STATES as readonly DraftState[]).includes(state)));
  for (const state of leading) transitions.filter(({ to }) => to === state).forEach(({ from }) => leading.add(from));
  return OPEN_STATES.filter((state) => !leading.has(state));
}
