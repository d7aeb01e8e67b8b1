import { pageRequest, toPage, type connections } from '../../shared/graphql/connection';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import { Rejected } from '../../shared/errors';
import type { ServiceCenterContext } from '../context';
import { countGuideVersions, guideVersions } from '../queries/guide-versions';
import type { ServiceGuideRef } from './service-guide';

function versionAfter(after: string | null): number | null {
  if (after === null) return null;
  const version = Number(after);
  if (!Number.isSafeInteger(version)) throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一页返回的 endCursor', 'after');
  return version;
}

/** Adds `guideVersions`: every state a guide was ever in (P7). */
export function addGuideVersions(
  builder: HubBuilder<ServiceCenterContext>,
  connectionOf: ReturnType<typeof connections<ServiceCenterContext>>,
  ServiceGuide: ServiceGuideRef,
) {
  const ServiceGuideConnection = connectionOf('ServiceGuide', ServiceGuide);
  builder.queryField('guideVersions', (t) =>
    t.field({
      type: ServiceGuideConnection,
      description: 'Every version of an item’s guide, the newest first (P7). Offices and officers as known today. Public.',
      args: {
        itemCode: t.arg.id({ required: true, description: 'Code of the item.' }),
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: async (_root, { itemCode, ...page }, { store: { database } }) => {
        const request = pageRequest(page);
        const rows = await guideVersions(database, itemCode, versionAfter(request.after), request.first + 1);
        return toPage(rows, request, (guide) => String(guide.version), () => countGuideVersions(database, itemCode));
      },
    }),
  );
}
