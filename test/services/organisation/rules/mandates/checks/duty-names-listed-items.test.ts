import { dutyNamesListedItems } from '../../../../../../services/organisation/rules/mandates/checks/duty-names-listed-items';
import { duty, find, gone, item, mandate } from '../facts';

const proposal = (itemCodes: string[]) => mandate([duty('（一）', '负责取水许可', itemCodes)], { state: 'PROPOSED' });
const inForce = (itemCodes: string[]) => mandate([duty('（一）', '负责取水许可', itemCodes)]);

describe('what is not on the list may not enter a mandate (P13)', () => {
  it('finds a proposal’s item that the list never had', () => {
    expect(find(dutyNamesListedItems, { mandates: [proposal(['W9'])] })).toEqual([
      {
        id: 'DUTY_NAMES_UNLISTED_ITEM:140100013:140100013-M1:0:W9',
        kind: 'DUTY_NAMES_UNLISTED_ITEM',
        severity: 'VIOLATION',
        clause: 'P13',
        agencyCode: '140100013',
        duty: { mandateId: '140100013-M1', place: 0, number: '（一）', text: '负责取水许可', kind: 'POWER', officeId: null, levels: [], itemCodes: ['W9'] },
        itemCode: null,
        itemText: 'W9',
        officeId: null,
        explanation: '职责“（一）负责取水许可”写入了不在清单上的事项“W9”，清单上没有的权力不得进入三定，该三定草案不能批准。',
        proposedAction: '从职责中删去该事项；确需行使的，先按程序增补列入清单。',
        candidate: false,
        score: null,
      },
    ]);
  });

  it.each(['CANCELLED', 'DELEGATED', 'MERGED'])('finds a proposal’s item that is %s, and quotes it', (status) => {
    expect(find(dutyNamesListedItems, { mandates: [proposal(['W1'])], items: [gone('W1', '取水许可', status)] })).toMatchObject([
      { itemCode: 'W1', itemText: '取水许可［W1］', explanation: '职责“（一）负责取水许可”写入了不在清单上的事项“取水许可［W1］”，清单上没有的权力不得进入三定，该三定草案不能批准。' },
    ]);
  });

  it('finds in a mandate in force what the list never had, without a word about approval', () => {
    expect(find(dutyNamesListedItems, { mandates: [inForce(['W9'])] })).toMatchObject([{ explanation: '职责“（一）负责取水许可”写入了不在清单上的事项“W9”，清单上没有的权力不得进入三定。' }]);
  });

  it('leaves to STALE_DUTY what a mandate in force names and the list has lost', () => {
    expect(find(dutyNamesListedItems, { mandates: [inForce(['W1'])], items: [gone('W1', '取水许可', 'CANCELLED')] })).toEqual([]);
  });

  it.each(['LISTED', 'TIGHTENED', 'SUSPENDED'])('finds nothing in an item that is %s', (status) => {
    expect(find(dutyNamesListedItems, { mandates: [proposal(['W1'])], items: [item('W1', '取水许可', { status })] })).toEqual([]);
  });

  it.each(['RETURNED', 'WITHDRAWN'] as const)('does not look at what was %s', (state) => {
    expect(find(dutyNamesListedItems, { mandates: [mandate([duty('（一）', '负责取水许可', ['W9'])], { state })] })).toEqual([]);
  });

  it('names every item of every duty', () => {
    const proposed = mandate([duty('（一）', '甲', ['W8', 'W9']), duty('（二）', '乙', ['W9'])], { state: 'PROPOSED' });
    expect(find(dutyNamesListedItems, { mandates: [proposed] }).map(({ duty: at, itemText }) => [at?.place, itemText])).toEqual([
      [0, 'W8'],
      [0, 'W9'],
      [1, 'W9'],
    ]);
  });
});
