import { addChanges } from '../shared/graphql/changes';
import { connections } from '../shared/graphql/connection';
import { addRefusal } from '../shared/graphql/refusal';
import { createSchemaBuilder, FEDERATION } from '../shared/graphql/schema-builder';
import type { ServiceCenterContext, ServiceCenterStore } from './context';
import { addDueDate } from './graphql/due-date';
import { addExtendCalendar } from './graphql/extend-calendar';
import { addOrganisationTypes } from './graphql/foreign/organisation';
import { addPowerItem } from './graphql/foreign/power-item';
import { addGuideParts } from './graphql/guide-parts';
import { addGuideVersions } from './graphql/guide-versions';
import { addLink } from './graphql/link';
import { addPublishGuide } from './graphql/publish-guide';
import { addServiceGuide } from './graphql/service-guide';
import { addVocabulary } from './graphql/vocabulary';

/** Puts the service center's schema together, one file per type. */
export function buildServiceCenterSchema(store: ServiceCenterStore) {
  const builder = createSchemaBuilder<ServiceCenterContext>();
  const connectionOf = connections(builder);
  const refusal = addRefusal(builder);
  const vocabulary = addVocabulary(builder);
  const organisation = addOrganisationTypes(builder);
  const guide = addServiceGuide(builder, vocabulary, organisation, addGuideParts(builder, vocabulary));
  addPowerItem(builder, vocabulary, guide, addLink(builder, vocabulary));
  addGuideVersions(builder, connectionOf, guide);
  addPublishGuide(builder, vocabulary, guide, refusal);
  addDueDate(builder, vocabulary, store);
  addExtendCalendar(builder, refusal);
  addChanges(builder, connectionOf, 'serviceCenterChanges', store);
  return builder.toSubGraphSchema({ linkUrl: FEDERATION });
}
