import { isOnTheList } from '../../on-the-list';
import { nameDuty, quoteDuty, quoteItem, type AgencyView, type ItemFacts, type PlacedDuty } from '../cross-check-facts';
import type { Found } from '../finding';
import type { Check } from './check';

/** P13: what is not on the list may not enter a mandate. Of a proposal it blocks the approval. */
export const dutyNamesListedItems: Check = {
  kind: 'DUTY_NAMES_UNLISTED_ITEM',
  severity: 'VIOLATION',
  clause: 'P13',
  find: (view) => [
    ...view.proposed.flatMap((duty) => unlisted(duty, view, (item) => item === null || !isOnTheList(item))),
    // Of a mandate in force, an item that was on the list once is a stale duty.
    ...view.duties.flatMap((duty) => unlisted(duty, view, (item) => item === null)),
  ],
};

function unlisted(duty: PlacedDuty, { facts }: AgencyView, isUnlisted: (item: ItemFacts | null) => boolean): Found[] {
  return duty.itemCodes.flatMap((code) => {
    const item = facts.items.get(code) ?? null;
    if (!isUnlisted(item)) return [];
    const itemText = item === null ? code : quoteItem(item);
    const proposal = duty.mandate.state === 'PROPOSED';
    return {
      about: [duty.mandate.id, duty.place, code],
      duty: quoteDuty(duty),
      itemCode: item === null ? null : code,
      itemText,
      explanation: `${nameDuty(duty)}写入了不在清单上的事项“${itemText}”，清单上没有的权力不得进入三定${proposal ? '，该三定草案不能批准' : ''}。`,
      proposedAction: '从职责中删去该事项；确需行使的，先按程序增补列入清单。',
    };
  });
}
