import { itemHeldByOneBody } from '../../../../../../services/organisation/rules/mandates/checks/item-held-by-one-body';
import { find, FORESTRY, gone, item, SQUAD } from '../facts';

const LONG = '占用征用林地湿地水域及滩涂的生产建设项目水土保持方案审批';

describe('one power, one body (P4, P14)', () => {
  it('finds the same item at two bodies, at each of them', () => {
    const items = [item('W1', '水土保持方案审批'), item('F1', '水土保持方案审批', { agencyCode: FORESTRY })];
    expect(find(itemHeldByOneBody, { items })).toMatchObject([
      {
        id: 'ITEM_HELD_BY_SEVERAL_BODIES:140100013:W1:F1',
        severity: 'WARNING',
        clause: 'P14',
        itemCode: 'W1',
        itemText: '水土保持方案审批［W1］；太原市林业局：水土保持方案审批［F1］',
        candidate: false,
        score: 1,
        explanation: '事项“水土保持方案审批”同时由太原市林业局行使。',
        proposedAction: '由编办会同两个机构明确由谁行使：合并，或按环节、层级、对象划清。',
      },
    ]);
    expect(find(itemHeldByOneBody, { items }, FORESTRY)).toMatchObject([{ id: 'ITEM_HELD_BY_SEVERAL_BODIES:140100030:F1:W1', explanation: '事项“水土保持方案审批”同时由太原市水务局行使。' }]);
  });

  it('shows nearly the same as a candidate and a hint, with how alike they are', () => {
    const items = [item('W1', LONG), item('F1', `${LONG}书`, { agencyCode: FORESTRY })];
    const [found] = find(itemHeldByOneBody, { items });
    expect(found).toMatchObject({ severity: 'HINT', candidate: true, explanation: `事项“${LONG}”与太原市林业局的“${LONG}书”相近（98%），可能是同一事项。` });
    expect(found!.score).toBeCloseTo(54 / 55, 5);
  });

  it.each([
    ['two items of one body', [item('W1', LONG), item('W2', LONG)]],
    ['one body and an institution it entrusts (P4)', [item('W1', LONG), item('W2', LONG, { agencyCode: SQUAD })]],
    ['two categories', [item('W1', LONG), item('F1', LONG, { agencyCode: FORESTRY, category: 'PENALTY' })]],
    ['two regions', [item('W1', LONG), item('F1', LONG, { agencyCode: '140105001', regionCode: '140105' })]],
    ['an item that is off the list', [item('W1', LONG), { ...gone('F1', LONG, 'CANCELLED'), agencyCode: FORESTRY }]],
    ['different items', [item('W1', '取水许可'), item('F1', '采伐许可', { agencyCode: FORESTRY })]],
  ])('finds nothing between %s', (_what, items) => {
    expect(find(itemHeldByOneBody, { items })).toEqual([]);
  });
});
