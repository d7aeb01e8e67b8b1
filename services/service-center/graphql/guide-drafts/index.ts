import type { connections } from '../../../shared/graphql/connection';
import type { RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import type { Vocabulary } from '../vocabulary';
import { addGuideDraft, type DraftParts } from './guide-draft';
import { addListDrafts } from './list-drafts';
import { addMoveDrafts } from './move-drafts';

/** Adds what leads a guide from its agency over the service center to publication. */
export function addGuideDrafts(
  builder: HubBuilder<ServiceCenterContext>,
  connectionOf: ReturnType<typeof connections<ServiceCenterContext>>,
  vocabulary: Vocabulary,
  parts: DraftParts,
  refusal: RefusalRef<ServiceCenterContext>,
): void {
  const GuideDraft = addGuideDraft(builder, vocabulary, parts, refusal);
  addListDrafts(builder, connectionOf, vocabulary, GuideDraft);
  addMoveDrafts(builder, parts, GuideDraft, refusal);
}
