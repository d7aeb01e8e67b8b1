import { quoteItem, titleOf } from '../cross-check-facts';
import type { Check } from './check';

/** P4, 许可法 24: powers exercised by entrustment stay the department's, and it is the subject that the list names. */
export const subjectIsNotEntrusted: Check = {
  kind: 'WRONG_SUBJECT',
  severity: 'VIOLATION',
  clause: 'P4',
  find: ({ items, agency, facts }) =>
    items
      .filter((item) => item.agencyCode !== agency.code)
      .map((item) => ({
        about: [item.code],
        itemCode: item.code,
        itemText: quoteItem(item),
        explanation: `事项“${titleOf(item)}”把受委托的${facts.agencies.get(item.agencyCode)?.name ?? item.agencyCode}列为实施主体，受委托机构行使的是${agency.name}的权力。`,
        proposedAction: `在清单中把实施主体改为${agency.name}，受委托机构列为委托实施单位。`,
      })),
};
