import { nameDuty, quoteDuty, quoteItem, titleOf, type AgencyView } from '../cross-check-facts';
import type { Found } from '../finding';
import type { Check } from './check';

/** P3: the responsible office of an item exists and is its implementing body's own; so is the office a duty is given to. */
export const responsibleOfficeExists: Check = {
  kind: 'OFFICE_UNKNOWN',
  severity: 'VIOLATION',
  clause: 'P3',
  find: (view) => [...view.items.flatMap((item) => officesOfItem(item, view)), ...view.duties.flatMap((duty) => officeOfDuty(duty, view))],
};

function officesOfItem(item: AgencyView['items'][number], view: AgencyView): Found[] {
  const about = { itemCode: item.code, itemText: quoteItem(item) };
  if (item.officeIds.length === 0)
    return [
      {
        ...about,
        about: [item.code],
        severity: 'WARNING',
        explanation: `事项“${titleOf(item)}”在清单上没有承办机构。`,
        proposedAction: '在清单中补填承办机构。',
      },
    ];
  return [...new Set(item.officeIds)].flatMap((id) => {
    const wrong = whatIsWrong(id, view);
    if (wrong === null) return [];
    return {
      ...about,
      about: [item.code, id],
      officeId: id,
      explanation: `事项“${titleOf(item)}”的承办机构${wrong}。`,
      proposedAction: '改填本机构现有的内设机构，或先按程序设立。',
    };
  });
}

function officeOfDuty(duty: AgencyView['duties'][number], view: AgencyView): Found[] {
  const wrong = duty.officeId === null ? null : whatIsWrong(duty.officeId, view);
  if (wrong === null) return [];
  return [
    {
      about: [duty.mandate.id, duty.place, duty.officeId!],
      duty: quoteDuty(duty),
      officeId: duty.officeId,
      explanation: `${nameDuty(duty)}的承担机构${wrong}。`,
      proposedAction: '把该职责交给现有的内设机构，修订三定。',
    },
  ];
}

function whatIsWrong(id: string, { facts, bodies }: AgencyView): string | null {
  const office = facts.offices.get(id);
  if (!office) return `（${id}）未登记`;
  if (office.closedOn !== null && office.closedOn <= facts.day) return `“${office.name}”已于${office.closedOn}撤销`;
  if (bodies.has(office.agencyCode)) return null;
  return `“${office.name}”属于${facts.agencies.get(office.agencyCode)?.name ?? office.agencyCode}，不是本机构的内设机构`;
}
