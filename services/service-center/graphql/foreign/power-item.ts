import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import type { ItemWithGuide } from '../../queries/linked-guides';
import { linkOf, type Link as LinkState } from '../../rules/link-status';
import type { PowerCategory } from '../../rules/vocabulary';
import type { LinkRef } from '../link';
import type { ServiceGuideRef } from '../service-guide';
import type { Vocabulary } from '../vocabulary';

const NOTHING = new Map<string, never>();

/** The link as of a day, for the category that the catalog states. */
function linkOfItem(category: PowerCategory, found: ItemWithGuide | null, on: string): LinkState {
  const guide = found?.guide ?? null;
  const { document, offices, officers } = guide ?? { document: null, offices: NOTHING, officers: NOTHING };
  return linkOf(category, { item: found?.item ?? null, agency: found?.agency ?? null, document, offices, officers }, on);
}

/** Adds `PowerItem.guide` and `PowerItem.link`: what the service center contributes to an item of the catalog's. */
export function addPowerItem(
  builder: HubBuilder<ServiceCenterContext>,
  vocabulary: Vocabulary,
  ServiceGuide: ServiceGuideRef,
  Link: LinkRef,
) {
  const asOf = { type: 'Date', description: 'As on this day; today when absent. An item asked for as of a day is read whole with the same day here.' } as const;
  const byCode = builder.selection<{ code: string }>('code');
  return builder.externalRef('PowerItem', byCode, (item) => item).implement({
    description: 'An item of the power list (权力事项), owned by the catalog; the service center adds its guide and its link.',
    externalFields: (t) => ({ category: t.field({ type: vocabulary.PowerCategory }) }),
    fields: (t) => ({
      code: t.exposeID('code', { description: 'Item code (事项编码).' }),
      guide: t.field({
        type: ServiceGuide,
        nullable: true,
        description: 'The service guide that holds on the day (办事指南); null when there is none: then the link is MISSING.',
        args: { asOf: t.arg(asOf) },
        resolve: async ({ code }, args, { loaders, today }) =>
          (await loaders.itemsWithGuides.load({ code, on: args.asOf ?? today }))?.guide ?? null,
      }),
      link: t.field({
        type: Link,
        // Always answered here; nullable so that an item outlives a service center that does not answer.
        nullable: true,
        requires: builder.selection<{ category: PowerCategory }>('category'),
        description: 'Whether the item leads to a counter (链接状态), P3. Null only when the service center does not answer.',
        args: { asOf: t.arg(asOf) },
        resolve: async ({ code, category }, args, { loaders, today }) => {
          const on = args.asOf ?? today;
          return linkOfItem(category, await loaders.itemsWithGuides.load({ code, on }), on);
        },
      }),
    }),
  });
}
export type PowerItemRef = ReturnType<typeof addPowerItem>;
