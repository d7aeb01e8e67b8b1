import { itemHasDuty } from '../../../../../../services/organisation/rules/mandates/checks/item-has-duty';
import { dutyKey } from '../../../../../../services/organisation/rules/mandates/cross-check-facts';
import { duty, find, gone, item, mandate, SQUAD, WATER } from '../facts';

const LICENCE = item('W1', '取水许可');
const decided = (text: string, itemCode: string, verdict: 'CONFIRMED' | 'REJECTED') => ({ agencyCode: WATER, dutyKey: dutyKey(text), itemCode, verdict });

describe('every item on the list rests on a duty of its body (P13)', () => {
  it('finds an item of a body that has no mandate on record', () => {
    expect(find(itemHasDuty, { items: [LICENCE] })).toMatchObject([
      {
        id: 'ITEM_WITHOUT_DUTY:140100013:W1',
        severity: 'WARNING',
        clause: 'P13',
        itemText: '取水许可［W1］',
        duty: null,
        candidate: false,
        score: null,
        explanation: '事项“取水许可”没有职责依据：太原市水务局还没有登记三定规定。',
        proposedAction: '登记该机构的三定规定。',
      },
    ]);
  });

  it('finds an item that no duty resembles', () => {
    const elsewhere = mandate([duty('（一）', '负责机关财务、后勤和安全保卫', [], { kind: 'INTERNAL' })]);
    expect(find(itemHasDuty, { mandates: [elsewhere], items: [item('W1', '野生动物驯养繁殖许可证核发')] })).toMatchObject([
      { candidate: false, duty: null, explanation: '事项“野生动物驯养繁殖许可证核发”在太原市水务局的三定里没有对应的职责。', proposedAction: '指明它所依的职责；确无职责的，提请清理该事项。' },
    ]);
  });

  it('offers a duty that resembles it as a candidate with a score and the words, for a person to decide', () => {
    const stated = mandate([duty('（一）', '负责机关财务和后勤工作'), duty('（二）', '组织实施取水许可制度，负责取水许可证的核发')]);
    const [found] = find(itemHasDuty, { mandates: [stated], items: [LICENCE] });
    expect(found).toMatchObject({ candidate: true, duty: { mandateId: '140100013-M1', place: 1 }, proposedAction: '核对后确认或否定这一对应关系。' });
    expect(found!.score).toBeGreaterThan(0.7);
    expect(found!.score).toBeLessThanOrEqual(1);
    expect(found!.explanation).toMatch(/^事项“取水许可”没有写明职责依据，疑似依据职责“（二）组织实施取水许可制度，负责取水许可证的核发”：职责原文直接写明了该事项.*请核对后确认。$/);
  });

  it('finds nothing where the mandate states it or a person confirmed it', () => {
    const text = '组织实施取水许可制度';
    expect(find(itemHasDuty, { mandates: [mandate([duty('（一）', text, ['W1'])])], items: [LICENCE] })).toEqual([]);
    const confirmed = { mandates: [mandate([duty('（一）', text)])], items: [LICENCE], decisions: [decided(text, 'W1', 'CONFIRMED')] };
    expect(find(itemHasDuty, confirmed)).toEqual([]);
  });

  it('finds it again when a person rejected the only duty, which is not offered again', () => {
    const text = '组织实施取水许可制度，负责取水许可证的核发';
    const rejected = { mandates: [mandate([duty('（一）', text)])], items: [LICENCE], decisions: [decided(text, 'W1', 'REJECTED')] };
    expect(find(itemHasDuty, rejected)).toMatchObject([{ candidate: false, duty: null }]);
  });

  it('lets a sub-item rest on its item’s duty, not the other way round', () => {
    const sub = item('W2', '取水许可', { subItem: '取水许可延续' });
    expect(find(itemHasDuty, { mandates: [mandate([duty('（一）', '甲', ['W1'])])], items: [LICENCE, sub] })).toEqual([]);
    expect(find(itemHasDuty, { mandates: [mandate([duty('（一）', '甲', ['W2'])])], items: [LICENCE, sub] })).toMatchObject([{ itemCode: 'W1' }]);
  });

  it('counts what an entrusted institution exercises among the department’s (P4), and leaves out what is off the list', () => {
    const items = [item('W1', '取水许可', { agencyCode: SQUAD }), gone('W2', '河道采砂许可', 'CANCELLED')];
    expect(find(itemHasDuty, { items })).toMatchObject([{ agencyCode: WATER, itemCode: 'W1' }]);
  });

  it('takes no duty of a mandate that is not in force', () => {
    const later = mandate([duty('（一）', '取水许可', ['W1'])], { effectiveOn: '2026-12-01' });
    expect(find(itemHasDuty, { mandates: [later], items: [LICENCE] })).toHaveLength(1);
  });
});
