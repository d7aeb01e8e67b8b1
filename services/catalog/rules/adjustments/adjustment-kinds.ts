import type { Role } from '../../../shared/actor';
import type { CatalogAction } from '../permissions';
import type { ItemStatus } from '../vocabulary';

/** The part an item plays in an adjustment: it ceases (SOURCE), it is changed (SUBJECT), it is what comes of it (RESULT). */
export type AdjustmentPart = 'SOURCE' | 'SUBJECT' | 'RESULT';

/** Where an item may come from: a state, or never having been on the list. */
export type StateBefore = ItemStatus | 'UNLISTED';

/** From which states a part may enter the adjustment, and to which it may lead. What is absent is refused. */
type From = Partial<Record<StateBefore, readonly ItemStatus[]>>;
type Moves = Partial<Record<AdjustmentPart, From>>;

/** What the regulation says of one kind of adjustment. */
interface AdjustmentRule {
  /** The Chinese term. */
  term: string;
  /** Who decides it; the grant itself is the permission table's. */
  decidedBy: Role;
  action: CatalogAction;
  clause: string;
  /** It puts items on the list: a recorded exception to “only fewer” (P6). */
  addsItems: boolean;
  /** What the journal calls it, for each part. */
  events: Partial<Record<AdjustmentPart, string>>;
  moves: Moves;
}

const IN_FORCE = ['LISTED', 'TIGHTENED'] as const;
const LISTED = [...IN_FORCE, 'SUSPENDED'] as const;
const to = (from: readonly StateBefore[], state: ItemStatus): From => Object.fromEntries(from.map((each) => [each, [state]]));
const unchanged = (from: readonly ItemStatus[]): From => Object.fromEntries(from.map((each) => [each, [each]]));

/** New on the list; an item once cancelled keeps its code when it comes back. */
const FRESH = to(['UNLISTED', 'CANCELLED'], 'LISTED');
/** The same, where strict control goes over from what it comes of. */
const INHERITING = { UNLISTED: IN_FORCE, CANCELLED: IN_FORCE };

/**
 * The kinds of dynamic adjustment (P14 and domain §4), with what each does to the state of an item. CONFIRM_HANDOVER is
 * the second step of a delegation, not a decision of its own.
 */
export const ADJUSTMENT_STEPS = {
  CANCEL: {
    term: '取消', decidedBy: 'GOVERNMENT', action: 'cancel-item', clause: 'P14', addsItems: false,
    events: { SUBJECT: 'ItemCancelled' },
    moves: { SUBJECT: to(LISTED, 'CANCELLED') },
  },
  DELEGATE: {
    term: '下放', decidedBy: 'GOVERNMENT', action: 'delegate-item', clause: 'P14', addsItems: true,
    events: { SUBJECT: 'ItemDelegated' },
    moves: { SUBJECT: unchanged(IN_FORCE) },
  },
  CONFIRM_HANDOVER: {
    term: '确认移交', decidedBy: 'REFORM_OFFICE', action: 'confirm-handover', clause: 'P14', addsItems: true,
    events: { SUBJECT: 'HandoverConfirmed', RESULT: 'ItemListed' },
    moves: {
      SUBJECT: { LISTED: ['DELEGATED', 'LISTED'], TIGHTENED: ['DELEGATED', 'TIGHTENED'] },
      RESULT: INHERITING,
    },
  },
  MERGE: {
    term: '合并', decidedBy: 'REFORM_OFFICE', action: 'merge-items', clause: 'P14', addsItems: false,
    events: { SOURCE: 'ItemMerged', RESULT: 'ItemListed' },
    moves: { SOURCE: to(IN_FORCE, 'MERGED'), RESULT: { ...INHERITING, LISTED: IN_FORCE, TIGHTENED: ['TIGHTENED'] } },
  },
  SPLIT: {
    term: '拆分', decidedBy: 'REFORM_OFFICE', action: 'split-item', clause: 'P6', addsItems: true,
    events: { SOURCE: 'ItemSplit', RESULT: 'ItemListed' },
    moves: { SOURCE: to(IN_FORCE, 'CANCELLED'), RESULT: INHERITING },
  },
  TIGHTEN: {
    term: '严管', decidedBy: 'REFORM_OFFICE', action: 'tighten-item', clause: 'P14', addsItems: false,
    events: { SUBJECT: 'ItemTightened' },
    moves: { SUBJECT: to(IN_FORCE, 'TIGHTENED') },
  },
  SUSPEND: {
    term: '暂停', decidedBy: 'REFORM_OFFICE', action: 'suspend-item', clause: 'P14', addsItems: false,
    events: { SUBJECT: 'ItemSuspended' },
    moves: { SUBJECT: to(IN_FORCE, 'SUSPENDED') },
  },
  RESUME: {
    term: '恢复', decidedBy: 'REFORM_OFFICE', action: 'resume-item', clause: 'P14', addsItems: false,
    events: { SUBJECT: 'ItemResumed' },
    moves: { SUBJECT: { SUSPENDED: IN_FORCE, TIGHTENED: ['LISTED'] } },
  },
  AMEND: {
    term: '修改', decidedBy: 'REFORM_OFFICE', action: 'amend-item', clause: 'P7', addsItems: false,
    events: { SUBJECT: 'ItemAmended' },
    moves: { SUBJECT: unchanged(LISTED) },
  },
  ADD: {
    term: '新增', decidedBy: 'GOVERNMENT', action: 'add-item', clause: 'P6', addsItems: true,
    events: { RESULT: 'ItemAdded' },
    moves: { RESULT: FRESH },
  },
  TAKE_OVER: {
    term: '承接', decidedBy: 'GOVERNMENT', action: 'take-over-item', clause: 'P6', addsItems: true,
    events: { RESULT: 'ItemTakenOver' },
    moves: { RESULT: FRESH },
  },
} as const satisfies Record<string, AdjustmentRule>;

/** A step that changes the list. */
export type AdjustmentStep = keyof typeof ADJUSTMENT_STEPS;
/** A kind of decision, as the adjustment record names it. */
export type AdjustmentKind = Exclude<AdjustmentStep, 'CONFIRM_HANDOVER'>;

export const stepRule = (step: AdjustmentStep): AdjustmentRule => ADJUSTMENT_STEPS[step];

/** The kinds and their Chinese terms. */
export const ADJUSTMENT_KINDS = Object.fromEntries(
  Object.entries(ADJUSTMENT_STEPS)
    .filter(([step]) => step !== 'CONFIRM_HANDOVER')
    .map(([step, { term }]) => [step, term]),
) as Readonly<Record<AdjustmentKind, string>>;

/** Kinds whose results may be on the list although it may only grow by exception (P6). */
export const EXCEPTION_KINDS = (Object.keys(ADJUSTMENT_KINDS) as AdjustmentKind[]).filter((kind) => stepRule(kind).addsItems);

/** Where a step may lead a part from a state; empty when it may not enter at all. */
export const movesFrom = (step: AdjustmentStep, part: AdjustmentPart, from: StateBefore): readonly ItemStatus[] =>
  stepRule(step).moves[part]?.[from] ?? [];
