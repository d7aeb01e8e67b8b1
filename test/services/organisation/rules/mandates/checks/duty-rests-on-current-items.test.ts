import { dutyRestsOnCurrentItems } from '../../../../../../services/organisation/rules/mandates/checks/duty-rests-on-current-items';
import { duty, find, FORESTRY, gone, item, mandate, SQUAD } from '../facts';

const resting = mandate([duty('（一）', '负责取水许可。', ['W1'])]);

describe('a duty may not outlive the item it rests on (P13, P14)', () => {
  it.each([
    ['CANCELLED', '取消'],
    ['DELEGATED', '下放'],
    ['MERGED', '合并'],
    ['EXPIRED', '退出清单'],
  ])('finds an item that is %s', (status, became) => {
    expect(find(dutyRestsOnCurrentItems, { mandates: [resting], items: [gone('W1', '取水许可', status)] })).toMatchObject([
      {
        id: 'STALE_DUTY:140100013:140100013-M1:0:W1:2026-01-01',
        kind: 'STALE_DUTY',
        severity: 'VIOLATION',
        clause: 'P13',
        agencyCode: '140100013',
        duty: { mandateId: '140100013-M1', place: 0, text: '负责取水许可。' },
        itemCode: 'W1',
        itemText: '取水许可［W1］',
        explanation: `职责“（一）负责取水许可。”所依的事项“取水许可”已自2026-01-01起${became}，职责应随清单修改。`,
        proposedAction: '按清单修订三定，删去或改写该项职责，报编办批准。',
      },
    ]);
  });

  it('finds an item that another body has now', () => {
    expect(find(dutyRestsOnCurrentItems, { mandates: [resting], items: [item('W1', '取水许可', { agencyCode: FORESTRY, validFrom: '2026-01-01' })] })).toMatchObject([
      { explanation: '职责“（一）负责取水许可。”所依的事项“取水许可”已自2026-01-01起划转其他机构，职责应随清单修改。' },
    ]);
  });

  it('finds today what will be gone, and says when', () => {
    const ending = item('W1', '取水许可', { last: { status: 'CANCELLED', agencyCode: '140100013', from: '2026-09-01' } });
    expect(find(dutyRestsOnCurrentItems, { mandates: [resting], items: [ending] })).toMatchObject([
      { id: 'STALE_DUTY:140100013:140100013-M1:0:W1:2026-09-01', explanation: '职责“（一）负责取水许可。”所依的事项“取水许可”将自2026-09-01起取消，职责应随清单修改。' },
    ]);
  });

  it('looks at a mandate that is approved and takes effect later too', () => {
    const upcoming = mandate([duty('（一）', '负责取水许可。', ['W1'])], { version: 2, effectiveOn: '2026-12-01' });
    expect(find(dutyRestsOnCurrentItems, { mandates: [upcoming], items: [gone('W1', '取水许可', 'CANCELLED')] })).toHaveLength(1);
  });

  it.each([
    ['an item on the list', [resting], item('W1', '取水许可')],
    ['one that is suspended: it is listed, though it may not be exercised', [resting], item('W1', '取水许可', { status: 'SUSPENDED' })],
    ['one that an entrusted institution exercises: the power is still the department’s (P4)', [resting], item('W1', '取水许可', { agencyCode: SQUAD })],
    ['one that the list never had, which is another finding', [resting], item('W2', '河道采砂许可')],
    ['a proposal, which the gate stops', [mandate(resting.duties, { state: 'PROPOSED' })], gone('W1', '取水许可', 'CANCELLED')],
    ['a mandate that has ended', [mandate(resting.duties, { effectiveTo: '2026-06-01' })], gone('W1', '取水许可', 'CANCELLED')],
    ['one that came back', [resting], item('W1', '取水许可', { validFrom: '2026-02-01' })],
  ])('finds nothing in %s', (_what, mandates, listed) => {
    expect(find(dutyRestsOnCurrentItems, { mandates, items: [listed] })).toEqual([]);
  });

  it('finds it at an institution that has a mandate of its own', () => {
    const own = mandate([duty('（一）', '承担取水监察', ['W1'])], { agencyCode: SQUAD });
    const items = [item('W1', '取水监察', { agencyCode: SQUAD, status: 'CANCELLED', validFrom: '2026-01-01' })];
    expect(find(dutyRestsOnCurrentItems, { mandates: [own], items }, SQUAD)).toMatchObject([{ id: `STALE_DUTY:${SQUAD}:${SQUAD}-M1:0:W1:2026-01-01` }]);
  });
});
