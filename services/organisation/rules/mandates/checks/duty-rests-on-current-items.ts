import { isOnTheList } from '../../on-the-list';
import { nameDuty, quoteDuty, quoteItem, titleOf, type AgencyView, type ItemFacts, type PlacedDuty } from '../cross-check-facts';
import type { Found } from '../finding';
import type { Check } from './check';

/** P13, P14: a mandate follows the list: a duty may not outlive the item it rests on. */
export const dutyRestsOnCurrentItems: Check = {
  kind: 'STALE_DUTY',
  severity: 'VIOLATION',
  clause: 'P13',
  find: (view) => [...view.duties, ...view.upcoming].flatMap((duty) => staleItems(duty, view)),
};

const WHAT_BECAME: Readonly<Record<string, string>> = { CANCELLED: '取消', DELEGATED: '下放', MERGED: '合并' };

/** Items of a duty that are gone from the list, or will be, by what is known of them. */
export function staleItems(duty: PlacedDuty, { facts, bodies }: Pick<AgencyView, 'facts' | 'bodies'>): Found[] {
  return duty.itemCodes.flatMap((code) => {
    const item = facts.items.get(code);
    const became = item ? whatBecame(item, bodies) : null;
    if (!item || became === null) return [];
    const { from } = item.last;
    return {
      about: [duty.mandate.id, duty.place, code, from],
      duty: quoteDuty(duty),
      itemCode: code,
      itemText: quoteItem(item),
      explanation: `${nameDuty(duty)}所依的事项“${titleOf(item)}”${from > facts.day ? '将' : '已'}自${from}起${became}，职责应随清单修改。`,
      proposedAction: '按清单修订三定，删去或改写该项职责，报编办批准。',
    };
  });
}

/** What became of an item, null while it is the agency's and on the list. */
function whatBecame({ last }: ItemFacts, bodies: ReadonlySet<string>): string | null {
  if (!isOnTheList(last)) return WHAT_BECAME[last.status] ?? '退出清单';
  return bodies.has(last.agencyCode) ? null : '划转其他机构';
}
