import type { RefusalRef } from '../../../shared/graphql/refusal';
import { parseDay, type HubBuilder } from '../../../shared/graphql/schema-builder';
import { refreshStatistics } from '../../../shared/refresh-statistics';
import { concludeLegalityReview } from '../../commands/review/conclude-legality-review';
import { decideCycle } from '../../commands/review/decide-cycle';
import { publishCycle, type PublishedCycle } from '../../commands/review/publish-cycle';
import type { CatalogContext } from '../../context';
import type { CycleRow } from '../../queries/review/cycles';
import type { EditionRef } from '../edition';
import { getCycle, resultsOf, runFor } from './results';
import type { ReviewCycleRef } from './review-cycle';

/** So many new rows change what the planner should expect. */
const MANY = 100;

/** Adds the legal office's verdict (P10), the government's decision and the government office's publication. */
export function addDecisions(builder: HubBuilder<CatalogContext>, ReviewCycle: ReviewCycleRef, Edition: EditionRef, refusal: RefusalRef<CatalogContext>): void {
  const result = resultsOf(builder, refusal);
  const Published = builder.objectRef<PublishedCycle & { cycle: CycleRow }>('PublishedCycle').implement({
    description: 'What a publication did.',
    fields: (t) => ({
      edition: t.field({
        type: Edition,
        description: 'The edition.',
        resolve: async ({ editionId }, _args, { loaders }) => (await loaders.editions.load(editionId))!,
      }),
      listed: t.exposeInt('listed', { description: 'Items put on the list or restated.' }),
      cancelled: t.exposeInt('cancelled', { description: 'Items the list had and nobody reported.' }),
      leftOut: t.exposeIDList('leftOut', { description: 'Codes of approved items that a decision taken since the opening has ended (P7).' }),
      cycle: t.expose('cycle', { type: ReviewCycle, description: 'The cycle.' }),
    }),
  });
  const LegalityInput = builder.inputType('ConcludeLegalityReviewInput', {
    description: 'The verdict on everything that will be published (P10).',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      approved: t.boolean({ required: true, description: 'Lawful; a no sends the list back to the final review.' }),
      opinion: t.string({ required: true, description: 'In writing.' }),
    }),
  });
  const DecideInput = builder.inputType('DecideReviewCycleInput', {
    description: 'The government’s decision on the list.',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      approved: t.boolean({ required: true, description: 'A no sends the list back to the final review.' }),
      documentTitle: t.string({ description: 'Title of the decision document; needed to approve.' }),
      documentNumber: t.string({ description: 'Its number (文号).' }),
      documentDate: t.field({ type: 'Date', description: 'Its day; needed to approve.' }),
      opinion: t.string({ description: 'Why not; needed to send back.' }),
    }),
  });
  const PublishInput = builder.inputType('PublishReviewCycleInput', {
    description: 'The approved list to publish.',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      publishedOn: t.field({ type: 'Date', description: 'Day of publication; today when absent, never a day to come.' }),
    }),
  });
  const Concluded = result('ConcludeLegalityReviewResult', ReviewCycle, 'The cycle, or why nothing was recorded.');
  const Decided = result('DecideReviewCycleResult', ReviewCycle, 'The cycle, or why nothing was decided.');
  const PublishedResult = result('PublishReviewCycleResult', Published, 'What the publication did, or why nothing is published.');

  builder.mutationFields((t) => ({
    concludeLegalityReview: t.field({
      type: Concluded,
      description: 'Records the legality review of the whole list (P10). Refused: WRONG_STAGE, TEXT_MISSING. Role: the legal office.',
      args: { input: t.arg({ type: LegalityInput, required: true, description: 'The verdict.' }) },
      resolve: async (_root, { input }, context) => {
        const outcome = await runFor(context, concludeLegalityReview, input);
        return outcome.ok ? getCycle(context, input.cycleId) : outcome.refusal;
      },
    }),
    decideReviewCycle: t.field({
      type: Decided,
      description: 'The government approves the list by a document, or sends it back. Refused: WRONG_STAGE, TEXT_MISSING, DOCUMENT_IN_FUTURE (P10). Role: the government.',
      args: { input: t.arg({ type: DecideInput, required: true, description: 'The decision.' }) },
      resolve: async (_root, { input: { cycleId, approved, documentTitle, documentNumber, documentDate, opinion } }, context) => {
        const document = documentTitle && documentDate ? { title: documentTitle, number: documentNumber ?? null, date: parseDay(documentDate) } : null;
        const outcome = await runFor(context, decideCycle, { cycleId, approved, document, opinion: opinion ?? '' });
        return outcome.ok ? getCycle(context, cycleId) : outcome.refusal;
      },
    }),
    publishReviewCycle: t.field({
      type: PublishedResult,
      description:
        'Publishes the approved list as an edition: items under review are listed, what the list had and nobody reported ends. Refused: whatever the cycle still lacks, DEPARTMENTS_MISSING (P11), ONLY_FEWER with each addition (P6), LATER_STATE_EXISTS and EDITION_NOT_AFTER_LAST (P7). Role: the government office.',
      args: { input: t.arg({ type: PublishInput, required: true, description: 'The list.' }) },
      resolve: async (_root, { input: { cycleId, publishedOn } }, context) => {
        const outcome = await runFor(context, publishCycle, { cycleId, publishedOn: publishedOn == null ? context.today : parseDay(publishedOn) });
        if (!outcome.ok) return outcome.refusal;
        if (outcome.value.listed >= MANY) await refreshStatistics(context.store);
        return { ...outcome.value, cycle: await getCycle(context, cycleId) };
      },
    }),
  }));
}
