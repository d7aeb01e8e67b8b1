import { isRefusal, type RefusalRef } from '../../shared/graphql/refusal';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import { runCommand } from '../../shared/run-command';
import { publishGuide } from '../commands/publish-guide';
import type { ServiceCenterContext } from '../context';
import { findGuideVersion } from '../queries/guide-versions';
import { SERVICE_CENTER_PERMISSIONS } from '../rules/permissions';
import type { GuideInputs } from './guide-input';
import type { ServiceGuideRef } from './service-guide';

const PUBLISHES = [
  'Publishes a new version of an item’s guide (发布办事指南), checked: the item is on the list (P5), every office and officer',
  'exists and is the implementing body’s, the promise is within the statutory limit. The same words again change nothing.',
  'For the head of the implementing agency and the service center of its region.',
].join(' ');

/** Adds `publishGuide`. */
export function addPublishGuide(
  builder: HubBuilder<ServiceCenterContext>,
  { PublishGuideInput }: GuideInputs,
  ServiceGuide: ServiceGuideRef,
  refusal: RefusalRef<ServiceCenterContext>,
) {
  const PublishGuideResult = builder.unionType('PublishGuideResult', {
    description: 'The version that holds these words, or the rule that said no.',
    types: [ServiceGuide, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'ServiceGuide'),
  });
  builder.mutationField('publishGuide', (t) =>
    t.field({
      type: PublishGuideResult,
      description: PUBLISHES,
      args: { input: t.arg({ type: PublishGuideInput, required: true }) },
      resolve: async (_root, { input: { agencyCode, ...guide } }, { store, actor }) => {
        const outcome = await runCommand(store, SERVICE_CENTER_PERMISSIONS, publishGuide, { agencyCode, guide }, actor);
        if (!outcome.ok) return outcome.refusal;
        const { itemCode, version } = outcome.value;
        const published = await findGuideVersion(store.database, itemCode, version);
        if (published === null) throw new Error(`guide ${itemCode} version ${version} is not there`);
        return published;
      },
    }),
  );
}
