import { itemCodesOf, nameDuty, quoteDuty, quoteItem, titleOf, type AgencyView, type ItemFacts } from '../cross-check-facts';
import { dutyCandidates } from '../duty-candidates';
import type { Found } from '../finding';
import type { Check } from './check';

/** P13: every item on the list rests on a duty of its body; a sub-item on its item's. What only resembles a duty is a candidate. */
export const itemHasDuty: Check = {
  kind: 'ITEM_WITHOUT_DUTY',
  severity: 'WARNING',
  clause: 'P13',
  find(view) {
    const items = itemsWithoutDuty(view);
    if (items.length === 0) return [];
    const candidates = dutyCandidates(view);
    return items.map((item): Found => {
      const about = { about: [item.code], itemCode: item.code, itemText: quoteItem(item) };
      if (view.mandate === null)
        return { ...about, explanation: `事项“${titleOf(item)}”没有职责依据：${view.agency.name}还没有登记三定规定。`, proposedAction: '登记该机构的三定规定。' };
      const [best] = candidates(item.code, 1);
      if (!best?.likely)
        return { ...about, explanation: `事项“${titleOf(item)}”在${view.agency.name}的三定里没有对应的职责。`, proposedAction: '指明它所依的职责；确无职责的，提请清理该事项。' };
      return {
        ...about,
        duty: quoteDuty(best.duty),
        candidate: true,
        score: best.score,
        explanation: `事项“${titleOf(item)}”没有写明职责依据，疑似依据${nameDuty(best.duty)}：${best.explanation}`,
        proposedAction: '核对后确认或否定这一对应关系。',
      };
    });
  },
};

/** Items on the list that rest on no duty, stated or confirmed. */
export function itemsWithoutDuty(view: AgencyView): ItemFacts[] {
  const codes = new Set(view.duties.flatMap((duty) => itemCodesOf(duty, view)));
  const whole = new Set(view.items.filter(({ code, subItem }) => subItem === null && codes.has(code)).map(({ name }) => name));
  return view.items.filter(({ code, name, subItem }) => !codes.has(code) && !(subItem !== null && whole.has(name)));
}
