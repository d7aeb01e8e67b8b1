import type { FindingRef } from './finding';
import type { MandateTypes } from './mandate';
import type { PowerItemRef } from './power-item-stub';
import { readableFindings } from './readable-findings';

/** Adds `PowerItem.mandateDuties` and `PowerItem.mandateFindings`: what this service contributes to an item of the catalog's. */
export function addPowerItem(PowerItem: PowerItemRef, { Duty }: Pick<MandateTypes, 'Duty'>, Finding: FindingRef): void {
  PowerItem.implement({
    description: 'An item of the power list (权力事项), owned by the catalog; organisation adds the duties it rests on.',
    fields: (t) => ({
      code: t.exposeID('code', { description: 'Item code (事项编码).' }),
      mandateDuties: t.field({
        type: [Duty],
        nullable: true,
        description: 'Duties of mandates in force that the item rests on (职责依据), stated by the mandate or confirmed by a person. Null only when organisation does not answer.',
        args: { asOf: t.arg({ type: 'Date', description: 'As on this day; today when absent.' }) },
        resolve: async ({ code }, { asOf }, { loaders, today }) => (await loaders.dutiesOfItem.load({ code, day: asOf ?? today })) ?? [],
      }),
      mandateFindings: t.field({
        type: [Finding],
        nullable: true,
        description: 'What the cross-check finds about the item, closed findings included; null with UNAUTHENTICATED or FORBIDDEN for callers who may see none of its region.',
        resolve: async ({ code }, _args, context) => {
          const regionCode = await context.loaders.regionOfItem.load(code);
          if (regionCode === null) return [];
          const { findings } = await readableFindings(context, regionCode);
          return findings.filter(({ itemCode }) => itemCode === code);
        },
      }),
    }),
  });
}
