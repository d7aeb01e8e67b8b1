import { createMatcher, type DecidedPair, explainMatch } from '../../../../../services/organisation/rules/matching';
import { DUTIES, ITEMS } from './matching';

const names = { itemName: (id: string): string => ITEMS.find((item) => item.id === id)!.name };
const explained = (itemId: string, dutyId: string, decided: DecidedPair[] = []): string =>
  explainMatch(createMatcher(DUTIES, { items: ITEMS, decided }).rank(itemId).find((proposal) => proposal.dutyId === dutyId)!, names);

describe('the explanation of a proposal', () => {
  it('says that the duty names the item', () => {
    expect(explained('draw', 'draw')).toBe('职责原文直接写明了该事项；职责中的“许可”“审批”与行政许可类事项相符，很可能是该事项所依据的职责，请核对后确认。');
  });

  it('quotes the common words', () => {
    expect(explained('sewage', 'sewage')).toMatch(/^职责与事项都提到.*“污水”.*；职责中的“检查”“监督”与行政检查类事项相符/);
  });

  it('says that a duty repeats the name', () => {
    expect(explained('echo', 'echo')).toMatch(/^职责几乎重述了事项名称（“河道采砂场堆放砂石阻碍行洪”）/);
  });

  it('calls the broad duty of enforcement by its name', () => {
    expect(explained('meter', 'enforce')).toContain('统领性的执法职责');
  });

  it('names the confirmed neighbours', () => {
    expect(explained('gauge', 'flood', [{ itemId: 'hydro', dutyId: 'flood', verdict: 'CONFIRMED' }])).toContain('同类的“水文测站设立备案”已确认依据这一职责');
  });

  it('admits that nothing speaks for a duty', () => {
    expect(explained('hydro', 'draw')).toBe('职责与事项没有共同的字词，仅列出供比对。');
  });
});
