import type { Problem } from '../problems';
import { isOnTheList } from '../on-the-list';
import type { Duty } from './mandate-document';

/** What the gate asks of an item on the mandate's effective day. */
export interface ItemAtGate {
  name: string;
  status: string;
  agencyCode: string;
}

/**
 * P13: what is not on the list may not enter a mandate. Every duty that names an item which is not on the list on the
 * day the mandate takes effect, or is another body's, with its place; none: the gate is open.
 */
export function gate(duties: readonly Pick<Duty, 'number' | 'itemCodes'>[], items: ReadonlyMap<string, ItemAtGate>, bodies: ReadonlySet<string>): Problem[] {
  return duties.flatMap(({ number, itemCodes }, i) =>
    itemCodes.flatMap((code, j) => {
      const item = items.get(code) ?? null;
      const place = { rule: 'P13', path: `duties.${i}.items.${j}`, value: code };
      if (item === null || !isOnTheList(item))
        return { ...place, code: 'DUTY_NAMES_UNLISTED_ITEM', message: `职责${number}写入的事项${item === null ? '' : `“${item.name}”`}在生效日不在清单上，不得进入三定` };
      if (!bodies.has(item.agencyCode))
        return { ...place, code: 'ITEM_OF_ANOTHER_AGENCY', message: `职责${number}写入的事项“${item.name}”在清单上由${item.agencyCode}行使` };
      return [];
    }),
  );
}
