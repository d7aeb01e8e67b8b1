import { Rejected } from '../../../shared/errors';
import { pageRequest, type connections } from '../../../shared/graphql/connection';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { authorise } from '../../../shared/permission';
import type { ServiceCenterContext } from '../../context';
import { guideDrafts } from '../../queries/guide-drafts';
import { OPEN_STATES } from '../../rules/guide-draft/draft-states';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import { regionOfAgency } from '../../rules/region-of-agency';
import type { Vocabulary } from '../vocabulary';
import type { GuideDraftRef } from './guide-draft';

/** Adds `guideDrafts`. */
export function addListDrafts(
  builder: HubBuilder<ServiceCenterContext>,
  connectionOf: ReturnType<typeof connections<ServiceCenterContext>>,
  { GuideDraftState }: Vocabulary,
  GuideDraft: GuideDraftRef,
): void {
  const GuideDraftConnection = connectionOf('GuideDraft', GuideDraft);
  builder.queryField('guideDrafts', (t) =>
    t.field({
      type: GuideDraftConnection,
      description: 'Drafts of guides (指南草稿), the oldest first: an agency’s for itself and for its service center, a region’s for its service center.',
      args: {
        agencyCode: t.arg.id({ description: 'Only this agency’s.' }),
        regionCode: t.arg.id({ description: 'Only those of this region’s agencies; needed where no agency is named.' }),
        states: t.arg({ type: [GuideDraftState], description: 'Only in these states; absent: DRAFT, SUBMITTED and RETURNED.' }),
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: (_root, { agencyCode = null, regionCode = null, states, ...page }, { actor, store: { database }, today }) => {
        const region = regionCode ?? (agencyCode === null ? null : regionOfAgency(agencyCode));
        if (region === null) throw new Rejected('BAD_USER_INPUT', 'agencyCode 与 regionCode 至少填写一项', 'regionCode');
        authorise(SERVICE_CENTER_PERMISSIONS, 'read-guide-drafts', actor, { agencyCode, regionCode: region });
        return guideDrafts(database, { agencyCode, regionCode: region, states: states ?? OPEN_STATES }, today, pageRequest(page));
      },
    }),
  );
}
