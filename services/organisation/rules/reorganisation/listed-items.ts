import type { Problem } from '../problems';
import { changeRule, CHANGE_SUBJECTS } from './change-kinds';
import type { Reorganisation, ReorganisationFacts } from './reorganisation';

/** An item on the list, with the body of the change that it names. */
export interface ListedName {
  code: string;
  name: string;
  /** Agency code or office id. */
  bodyId: string;
}

/**
 * P5, P13: a power on the list is somebody's on every day. Who ends with items on the list names who takes them, and an
 * entrusted institution cannot (P4). Moving the items is the catalog's; this only sees to it that there is somebody.
 */
export function checkListedItems({ subject, kind, from, to }: Reorganisation, { bodies, items, freshMayHoldItems }: ReorganisationFacts): Problem[] {
  if (items.length === 0) return [];
  const takes = to.some(({ id }, i) => (id === null ? undefined : bodies.get(id)?.mayHoldItems) ?? freshMayHoldItems[i] ?? true);
  if (takes) return [];
  return items.map(({ code, name, bodyId }) => ({
    code: 'ITEMS_WITHOUT_SUCCESSOR',
    rule: 'P13',
    message: `${CHANGE_SUBJECTS[subject]}${changeRule(kind).term}时仍有清单事项“${name}”，须指明承接者`,
    path: `from.${from.indexOf(bodyId)}`,
    value: code,
  }));
}
