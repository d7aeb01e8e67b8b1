import { gate, type ItemAtGate } from '../../../../../services/organisation/rules/mandates/gate';
import { duty, FORESTRY, SQUAD, WATER } from './facts';

const BODIES = new Set([WATER, SQUAD]);
const at = (status: string, agencyCode = WATER): ItemAtGate => ({ name: '取水许可', status, agencyCode });
const passes = (item: ItemAtGate | null) => gate([duty('（一）', '负责取水许可', ['W1'])], new Map(item ? [['W1', item]] : []), BODIES);

describe('the gate (P13): what is not on the list may not enter a mandate', () => {
  it.each(['LISTED', 'TIGHTENED', 'SUSPENDED'])('is open to an item that is %s', (status) => {
    expect(passes(at(status))).toEqual([]);
  });

  it('is open to what an institution exercises that the agency entrusts (P4)', () => {
    expect(passes(at('LISTED', SQUAD))).toEqual([]);
  });

  it('is open to duties that name no item', () => {
    expect(gate([duty('（一）', '拟订规划', [], { kind: 'POLICY' })], new Map(), BODIES)).toEqual([]);
  });

  it('stops an item that the list does not have that day', () => {
    expect(passes(null)).toEqual([
      { code: 'DUTY_NAMES_UNLISTED_ITEM', rule: 'P13', path: 'duties.0.items.0', value: 'W1', message: '职责（一）写入的事项在生效日不在清单上，不得进入三定' },
    ]);
  });

  it.each(['CANCELLED', 'DELEGATED', 'MERGED'])('stops an item that is %s', (status) => {
    expect(passes(at(status))).toEqual([
      { code: 'DUTY_NAMES_UNLISTED_ITEM', rule: 'P13', path: 'duties.0.items.0', value: 'W1', message: '职责（一）写入的事项“取水许可”在生效日不在清单上，不得进入三定' },
    ]);
  });

  it('stops another body’s item', () => {
    expect(passes(at('LISTED', FORESTRY))).toEqual([
      { code: 'ITEM_OF_ANOTHER_AGENCY', rule: 'P13', path: 'duties.0.items.0', value: 'W1', message: '职责（一）写入的事项“取水许可”在清单上由140100030行使' },
    ]);
  });

  it('names every offending duty and item, and none that is in order', () => {
    const duties = [duty('（一）', '甲', ['W1', 'W8']), duty('（二）', '乙', ['W1']), duty('（三）', '丙', ['W9', 'F1'])];
    const items = new Map([['W1', at('LISTED')], ['W8', at('CANCELLED')], ['F1', at('LISTED', FORESTRY)]]);
    expect(gate(duties, items, BODIES).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'DUTY_NAMES_UNLISTED_ITEM duties.0.items.1',
      'DUTY_NAMES_UNLISTED_ITEM duties.2.items.0',
      'ITEM_OF_ANOTHER_AGENCY duties.2.items.1',
    ]);
  });
});
