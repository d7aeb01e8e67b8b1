import { quoteItem, titleOf } from '../cross-check-facts';
import type { Check } from './check';

/** P4, P14: one power, one body; what several bodies hold is merged or divided. Titles that are only nearly the same are candidates. */
export const itemHeldByOneBody: Check = {
  kind: 'ITEM_HELD_BY_SEVERAL_BODIES',
  severity: 'WARNING',
  clause: 'P14',
  find: ({ items, alike, facts }) =>
    items.flatMap((item) =>
      (alike.get(item.code) ?? []).map(({ item: other, score }) => {
        const holder = facts.agencies.get(other.agencyCode)?.name ?? other.agencyCode;
        const same = score === 1;
        return {
          about: [item.code, other.code],
          severity: same ? ('WARNING' as const) : ('HINT' as const),
          itemCode: item.code,
          itemText: `${quoteItem(item)}；${holder}：${quoteItem(other)}`,
          candidate: !same,
          score,
          explanation: same
            ? `事项“${titleOf(item)}”同时由${holder}行使。`
            : `事项“${titleOf(item)}”与${holder}的“${titleOf(other)}”相近（${Math.round(score * 100)}%），可能是同一事项。`,
          proposedAction: '由编办会同两个机构明确由谁行使：合并，或按环节、层级、对象划清。',
        };
      }),
    ),
};
