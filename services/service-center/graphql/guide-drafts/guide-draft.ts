import type { RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import { guideOfDraft, type DraftRow } from '../../queries/guide-drafts';
import { DRAFT_STATES } from '../../rules/guide-draft/draft-states';
import { mayPublish } from '../../rules/may-publish';
import { namedAgency } from '../foreign/named-agency';
import type { OrganisationTypes } from '../foreign/organisation';
import type { PowerItemRef } from '../foreign/power-item';
import type { GuideInputs } from '../guide-input';
import type { ServiceGuideRef } from '../service-guide';
import type { Vocabulary } from '../vocabulary';

/** The types that drafts are told with. */
export interface DraftParts {
  powerItem: PowerItemRef;
  organisation: OrganisationTypes;
  guide: ServiceGuideRef;
  guideInputs: GuideInputs;
}

/** What would stop a draft from being published as it is, today; null when nothing would. */
function obstacleTo(draft: DraftRow, today: string) {
  const { itemCode, agencyCode, effectiveOn, document, item, agency } = draft;
  const { offices, officers } = guideOfDraft(draft);
  const outcome = mayPublish(agencyCode, { itemCode, version: null, effectiveOn, document }, { item, agency, document, offices, officers }, today);
  return outcome.ok ? null : outcome.refusal;
}

/** Adds GuideDraft. */
export function addGuideDraft(
  builder: HubBuilder<ServiceCenterContext>,
  { GuideDraftState }: Vocabulary,
  { powerItem, organisation: { Agency }, guide }: DraftParts,
  refusal: RefusalRef<ServiceCenterContext>,
) {
  const Reason = builder.objectRef<DraftRow['reasons'][number]>('ReturnReason').implement({
    description: 'Why a draft was returned (退回理由).',
    fields: (t) => ({
      path: t.exposeString('path', { description: 'Place in the guide, e.g. `materials.0.name`; empty for the whole guide.' }),
      reason: t.exposeString('reason', { description: 'What is to be done, in Chinese.' }),
    }),
  });
  const Source = builder.objectRef<NonNullable<DraftRow['source']>>('DraftSource').implement({
    description: 'Where an imported draft was read.',
    fields: (t) => ({
      file: t.exposeString('file', { description: 'Name of the file.' }),
      sheet: t.exposeString('sheet', { description: 'Name of the sheet; of a JSON file, its name again.' }),
      row: t.exposeInt('row', { description: '1-based row where the guide begins; of a JSON file, its place in the list.' }),
    }),
  });
  return builder.objectRef<DraftRow>('GuideDraft').implement({
    description: 'A guide on its way to publication (指南草稿): for the item’s agency and its service center alone.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Id of the draft.' }),
      item: t.field({ type: powerItem, description: 'The item it is for.', resolve: ({ itemCode }) => ({ code: itemCode }) }),
      agency: t.field({
        type: Agency,
        description: 'The agency whose draft it is.',
        resolve: ({ agencyCode, agencyName }) => namedAgency({ code: agencyCode, name: agencyName, abolishedOn: null }),
      }),
      state: t.expose('state', { type: GuideDraftState, description: `Where it stands: ${Object.keys(DRAFT_STATES).join(', ')}.` }),
      effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'First day the guide is to hold; when that is over, the day it is approved.' }),
      guide: t.field({
        type: guide,
        description: 'The guide as it is to be, with the number it would get now; of a published draft, the words that were approved.',
        resolve: guideOfDraft,
      }),
      obstacle: t.field({
        type: refusal,
        nullable: true,
        description: 'What would stop it from being published today as it is; null when nothing would.',
        resolve: (draft, _args, { today }) => obstacleTo(draft, today),
      }),
      reasons: t.expose('reasons', { type: [Reason], description: 'Why it was last returned; empty unless it is RETURNED.' }),
      source: t.expose('source', { type: Source, nullable: true, description: 'Where an importer read it; null when it was handed in.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was first brought in.' }),
      submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true, description: 'When it was last submitted (报送时间).' }),
      changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When it last changed.' }),
      publishedVersion: t.int({
        nullable: true,
        description: 'The version it became; null unless it is PUBLISHED.',
        resolve: ({ state, version }) => (state === 'PUBLISHED' ? version : null),
      }),
    }),
  });
}
export type GuideDraftRef = ReturnType<typeof addGuideDraft>;
