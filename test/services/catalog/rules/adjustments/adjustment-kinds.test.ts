import { ADJUSTMENT_KINDS, ADJUSTMENT_STEPS, EXCEPTION_KINDS, movesFrom, stepRule, type AdjustmentPart, type AdjustmentStep, type StateBefore } from '../../../../../services/catalog/rules/adjustments/adjustment-kinds';
import { ON_THE_LIST, PUBLIC_STATUSES } from '../../../../../services/catalog/rules/on-the-list';
import { CATALOG_PERMISSIONS } from '../../../../../services/catalog/rules/permissions';
import { ITEM_STATUSES, type ItemStatus } from '../../../../../services/catalog/rules/vocabulary';

const steps = Object.keys(ADJUSTMENT_STEPS) as AdjustmentStep[];
const parts: AdjustmentPart[] = ['SOURCE', 'SUBJECT', 'RESULT'];
const states: StateBefore[] = ['UNLISTED', ...(Object.keys(ITEM_STATUSES) as ItemStatus[])];
const moves = steps.flatMap((step) => parts.flatMap((part) => states.flatMap((from) => movesFrom(step, part, from).map((to) => ({ step, part, from, to })))));

describe('the table of adjustments (P14, domain §4)', () => {
  it('reaches every state of a listed item from not being listed, and never what is still being prepared', () => {
    const reached = new Set<StateBefore>(['UNLISTED', 'LISTED']);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of moves) if (reached.has(from)) reached.add(to);
    }
    expect(reached).toEqual(new Set(['UNLISTED', ...PUBLIC_STATUSES]));
  });
  it('has no step that no reachable state may enter', () => {
    expect(new Set(moves.map(({ step }) => step))).toEqual(new Set(steps));
  });
  it.each(['MERGED', 'DELEGATED'] as const)('lets nothing leave %s: the power is elsewhere', (from) => {
    expect(moves.filter((move) => move.from === from)).toEqual([]);
  });
  it('lets an item that was cancelled come back only by a recorded exception, or as what others become', () => {
    const back = moves.filter(({ from, to }) => from === 'CANCELLED' && ON_THE_LIST.includes(to));
    expect(new Set(back.map(({ step }) => step))).toEqual(new Set(['ADD', 'TAKE_OVER', 'SPLIT', 'MERGE', 'CONFIRM_HANDOVER']));
  });
  it('makes every kind that adds items an exception (P6), and no other but a merge lists anything', () => {
    const adding = new Set(moves.filter(({ from, part }) => from === 'UNLISTED' && part === 'RESULT').map(({ step }) => step));
    expect(adding).toEqual(new Set(['ADD', 'TAKE_OVER', 'SPLIT', 'CONFIRM_HANDOVER', 'MERGE']));
    expect(EXCEPTION_KINDS).toEqual(['DELEGATE', 'SPLIT', 'ADD', 'TAKE_OVER']);
  });
  it.each(steps)('%s is decided by whom the permission table names, and by nobody else', (step) => {
    const { action, decidedBy } = stepRule(step);
    expect(CATALOG_PERMISSIONS[action]).toEqual({ [decidedBy]: 'REGION' });
  });
  it('has a Chinese term for every kind', () => {
    expect(Object.keys(ADJUSTMENT_KINDS)).toHaveLength(steps.length - 1);
    expect(ADJUSTMENT_KINDS).toMatchObject({ CANCEL: '取消', DELEGATE: '下放', TIGHTEN: '严管', MERGE: '合并', TAKE_OVER: '承接' });
  });
});
