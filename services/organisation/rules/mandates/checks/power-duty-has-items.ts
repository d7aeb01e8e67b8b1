import { itemCodesOf, nameDuty, quoteDuty } from '../cross-check-facts';
import type { Check } from './check';

/** P13: a duty that gives a power rests on an item; policy and internal duties need none. */
export const powerDutyHasItems: Check = {
  kind: 'DUTY_WITHOUT_ITEM',
  severity: 'WARNING',
  clause: 'P13',
  find: (view) =>
    view.duties
      .filter((duty) => duty.kind === 'POWER' && itemCodesOf(duty, view).length === 0)
      .map((duty) => ({
        about: [duty.mandate.id, duty.place],
        duty: quoteDuty(duty),
        explanation: `${nameDuty(duty)}标为权力职责，但清单上没有与它对应的事项。`,
        proposedAction: '指明该职责所依的清单事项；不是权力职责的，改标为政策或内部职责。',
      })),
};
