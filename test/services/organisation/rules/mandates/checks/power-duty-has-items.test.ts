import { powerDutyHasItems } from '../../../../../../services/organisation/rules/mandates/checks/power-duty-has-items';
import { dutyKey } from '../../../../../../services/organisation/rules/mandates/cross-check-facts';
import { duty, find, gone, item, mandate, WATER } from '../facts';

const TEXT = '负责水利工程质量监督和水利建设市场的监督管理工作';

describe('a duty that gives a power rests on an item (P13)', () => {
  it('finds a power without one, and quotes a long duty short', () => {
    expect(find(powerDutyHasItems, { mandates: [mandate([duty('（三）', `${TEXT}，指导农村水利`)])] })).toMatchObject([
      {
        id: 'DUTY_WITHOUT_ITEM:140100013:140100013-M1:0',
        severity: 'WARNING',
        clause: 'P13',
        itemText: null,
        duty: { text: `${TEXT}，指导农村水利` },
        explanation: '职责“（三）负责水利工程质量监督和水利建设市场的监督管理工作…”标为权力职责，但清单上没有与它对应的事项。',
        proposedAction: '指明该职责所依的清单事项；不是权力职责的，改标为政策或内部职责。',
      },
    ]);
  });

  it.each(['POLICY', 'INTERNAL'] as const)('asks nothing of a %s duty', (kind) => {
    expect(find(powerDutyHasItems, { mandates: [mandate([duty('（一）', TEXT, [], { kind })])] })).toEqual([]);
  });

  it('finds nothing where the mandate states an item, even one that is gone: that is a stale duty', () => {
    const stated = { mandates: [mandate([duty('（一）', TEXT, ['W1'])])] };
    expect(find(powerDutyHasItems, { ...stated, items: [item('W1', '取水许可')] })).toEqual([]);
    expect(find(powerDutyHasItems, { ...stated, items: [gone('W1', '取水许可', 'CANCELLED')] })).toEqual([]);
  });

  it('takes what a person confirmed, while the item is on the list, and not what a person rejected', () => {
    const given = (verdict: 'CONFIRMED' | 'REJECTED', listed = item('W1', '取水许可')) =>
      find(powerDutyHasItems, { mandates: [mandate([duty('（一）', TEXT)])], items: [listed], decisions: [{ agencyCode: WATER, dutyKey: dutyKey(TEXT), itemCode: 'W1', verdict }] });
    expect(given('CONFIRMED')).toEqual([]);
    expect(given('REJECTED')).toHaveLength(1);
    expect(given('CONFIRMED', gone('W1', '取水许可', 'CANCELLED'))).toHaveLength(1);
  });
});
