import type { Check } from './check';

/** P13: functions and structure are adjusted by the list; an office that handles nothing on it is worth a look. */
export const officeHasItems: Check = {
  kind: 'OFFICE_WITHOUT_ITEMS',
  severity: 'HINT',
  clause: 'P13',
  find({ items, offices, facts }) {
    if (items.length === 0) return [];
    const busy = new Set(items.flatMap(({ officeIds }) => officeIds));
    return offices
      .filter(({ id, closedOn }) => !busy.has(id) && (closedOn === null || closedOn > facts.day))
      .map(({ id, name }) => ({
        about: [id],
        officeId: id,
        explanation: `内设机构“${name}”没有承办清单上的任何事项。`,
        proposedAction: '核对其职责；属综合、内部机构的无须处理。',
      }));
  },
};
