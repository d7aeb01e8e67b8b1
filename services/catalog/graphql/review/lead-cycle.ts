import type { RefusalRef } from '../../../shared/graphql/refusal';
import { parseDay, type HubBuilder } from '../../../shared/graphql/schema-builder';
import { advanceCycle } from '../../commands/review/advance-cycle';
import { concludeArgumentation } from '../../commands/review/conclude-argumentation';
import { excludeItem } from '../../commands/review/exclude-item';
import { openCycle } from '../../commands/review/open-cycle';
import type { CatalogContext } from '../../context';
import type { ReviewCycleRef } from './review-cycle';
import { getCycle, resultsOf, runFor } from './results';
import type { ReviewVocabulary } from './vocabulary';

/** Adds what the reform office does: opens a cycle, leads it from stage to stage, settles the draft for approval. */
export function addLeadCycle(
  builder: HubBuilder<CatalogContext>,
  { CycleStage }: ReviewVocabulary,
  ReviewCycle: ReviewCycleRef,
  refusal: RefusalRef<CatalogContext>,
): void {
  const result = resultsOf(builder, refusal);
  const WindowInput = builder.inputType('ReviewWindowInput', {
    description: 'The days within which a stage is to be done (时限), both included.',
    fields: (t) => ({
      stage: t.field({ type: CycleStage, required: true, description: 'The stage.' }),
      from: t.field({ type: 'Date', description: 'First day; absent where only the last is laid down.' }),
      to: t.field({ type: 'Date', required: true, description: 'Last day.' }),
    }),
  });
  const BodiesInput = builder.inputType('ReviewBodiesInput', {
    description: 'Which agencies act as the bodies that have no role of their own; what the region does not have is absent.',
    fields: (t) => ({
      developmentReform: t.id({ required: true, description: '发改委, a member of the joint review (P9).' }),
      humanResources: t.id({ description: '人社局, co-reviewer of levies, payments and rewards (P8).' }),
      pricing: t.id({ description: '物价局, co-reviewer of the same (P8).' }),
    }),
  });
  const OpenInput = builder.inputType('OpenReviewCycleInput', {
    description: 'A review cycle to open. What is absent is the plan’s of 2014, where it speaks of the region.',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'The region whose list is made.' }),
      title: t.string({ required: true, description: 'What to call it, e.g. `2014年权力清单`.' }),
      scheme: t.id({ required: true, description: 'Category scheme of the list (P1).' }),
      agencyCodes: t.idList({ description: 'Departments that must report, beside those that hold items of the list.' }),
      windows: t.field({ type: [WindowInput], description: 'Its windows (P12).' }),
      pilot: t.boolean({ description: 'A pilot (试点).' }),
      bodies: t.field({ type: BodiesInput, description: 'Who acts for whom.' }),
    }),
  });
  const CycleInput = builder.inputType('AdvanceReviewCycleInput', {
    description: 'The cycle to lead on.',
    fields: (t) => ({ cycleId: t.id({ required: true, description: 'The cycle.' }) }),
  });
  const ArgumentationInput = builder.inputType('ConcludeArgumentationInput', {
    description: 'What departments and experts came to (论证).',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      experts: t.stringList({ required: true, description: 'The experts who took part.' }),
      conclusion: t.string({ required: true, description: 'Their conclusion.' }),
    }),
  });
  const ExcludeInput = builder.inputType('ExcludeDraftItemInput', {
    description: 'An item to leave out of the draft for approval (审核稿).',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      draftId: t.id({ required: true, description: 'The item.' }),
      reason: t.string({ required: true, description: 'Why.' }),
    }),
  });
  const Opened = result('OpenReviewCycleResult', ReviewCycle, 'The cycle as opened, or why it was not.');
  const Advanced = result('AdvanceReviewCycleResult', ReviewCycle, 'The cycle in its new stage, or what the stage still lacks.');
  const Argued = result('ConcludeArgumentationResult', ReviewCycle, 'The cycle, or why nothing was recorded.');
  const Excluded = result('ExcludeDraftItemResult', ReviewCycle, 'The cycle, or why the item stays.');

  builder.mutationFields((t) => ({
    openReviewCycle: t.field({
      type: Opened,
      description:
        'Opens a region’s review cycle. Refused: CYCLE_ALREADY_OPEN, UNKNOWN_SCHEME and LIST_HAS_OTHER_SCHEME (P1), WINDOWS_MISSING and WINDOWS_INVALID (P12), MEMBER_UNNAMED (P9), NO_DEPARTMENTS (P11), AGENCY_OF_OTHER_REGION (P4). Role: the reform office.',
      args: { input: t.arg({ type: OpenInput, required: true, description: 'The cycle.' }) },
      resolve: async (_root, { input: { agencyCodes, windows, pilot, bodies, ...input } }, context) => {
        const outcome = await runFor(context, openCycle, {
          ...input,
          agencyCodes: agencyCodes ?? [],
          windows: windows?.map(({ stage, from, to }) => ({ stage, from: from == null ? null : parseDay(from), to: parseDay(to) })) ?? null,
          pilot: pilot ?? null,
          bodies: bodies
            ? {
                DEVELOPMENT_REFORM: bodies.developmentReform,
                ...(bodies.humanResources ? { HUMAN_RESOURCES: bodies.humanResources } : {}),
                ...(bodies.pricing ? { PRICING: bodies.pricing } : {}),
              }
            : null,
        });
        return outcome.ok ? getCycle(context, outcome.value.cycleId) : outcome.refusal;
      },
    }),
    advanceReviewCycle: t.field({
      type: Advanced,
      description:
        'Takes the cycle to its next stage. Refused while the stage lacks something, each case named: RETURNS_MISSING (P11), REVIEWS_MISSING (P8), OPINIONS_UNANSWERED, SIGNATURES_MISSING (P9), ARGUMENTATION_MISSING, LEGALITY_REVIEW_MISSING (P10), GOVERNMENT_APPROVAL_MISSING. Role: the reform office.',
      args: { input: t.arg({ type: CycleInput, required: true, description: 'The cycle.' }) },
      resolve: async (_root, { input }, context) => {
        const outcome = await runFor(context, advanceCycle, input);
        return outcome.ok ? getCycle(context, input.cycleId) : outcome.refusal;
      },
    }),
    concludeArgumentation: t.field({
      type: Argued,
      description: 'Records the conclusion of the argumentation. Refused: WRONG_STAGE, TEXT_MISSING. Role: the reform office.',
      args: { input: t.arg({ type: ArgumentationInput, required: true, description: 'The conclusion.' }) },
      resolve: async (_root, { input }, context) => {
        const outcome = await runFor(context, concludeArgumentation, input);
        return outcome.ok ? getCycle(context, input.cycleId) : outcome.refusal;
      },
    }),
    excludeDraftItem: t.field({
      type: Excluded,
      description:
        'Leaves an item out of the draft for approval, in the final review and the argumentation, when a reviewer spoke against it. Refused: WRONG_STAGE, NOT_PROPOSED_FOR_REMOVAL (P14), UNKNOWN_DRAFT, TEXT_MISSING. Role: the reform office.',
      args: { input: t.arg({ type: ExcludeInput, required: true, description: 'The item.' }) },
      resolve: async (_root, { input }, context) => {
        const outcome = await runFor(context, excludeItem, input);
        return outcome.ok ? getCycle(context, input.cycleId) : outcome.refusal;
      },
    }),
  }));
}
