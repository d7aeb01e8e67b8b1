import type { RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { giveOpinions } from '../../commands/review/give-opinions';
import { signJointReview, type JointSignatures } from '../../commands/review/sign-joint-review';
import type { CatalogContext } from '../../context';
import type { CycleRow } from '../../queries/review/cycles';
import { getCycle, resultsOf, runFor } from './results';
import type { ReviewCycleRef } from './review-cycle';
import type { ReviewVocabulary } from './vocabulary';

/** Adds what the reviewers of P8 and P9 do: give written opinions, sign the joint review. */
export function addReviewersPart(
  builder: HubBuilder<CatalogContext>,
  { Verdict, ReviewBody }: ReviewVocabulary,
  ReviewCycle: ReviewCycleRef,
  refusal: RefusalRef<CatalogContext>,
): void {
  const result = resultsOf(builder, refusal);
  const GivenOpinions = builder.objectRef<{ opinionIds: string[]; cycle: CycleRow }>('GivenOpinions').implement({
    description: 'Opinions as given.',
    fields: (t) => ({
      opinionIds: t.exposeIDList('opinionIds', { description: 'Their ids, in the order given.' }),
      cycle: t.expose('cycle', { type: ReviewCycle, description: 'The cycle.' }),
    }),
  });
  const Signatures = builder.objectRef<JointSignatures>('JointReviewSignatures').implement({
    description: 'Who has signed the joint review and who has still to (P9).',
    fields: (t) => ({
      cycleId: t.exposeID('cycleId', { description: 'The cycle.' }),
      signed: t.expose('signed', { type: [ReviewBody], description: 'Members that have signed.' }),
      missing: t.expose('missing', { type: [ReviewBody], description: 'Members that have not.' }),
    }),
  });
  const Opinion = builder.inputType('OpinionInput', {
    description: 'One opinion (审核意见).',
    fields: (t) => ({
      agencyCode: t.id({ required: true, description: 'The department whose item or return it is about.' }),
      draftId: t.id({ description: 'The item; absent: the return as a whole, which each first reviewer and the final review must speak of.' }),
      verdict: t.field({ type: Verdict, required: true, description: 'What it says; of a whole return only ACCEPT or AMEND.' }),
      text: t.string({ defaultValue: '', description: 'In writing, at most 2,000 characters; needed for each verdict but ACCEPT.' }),
    }),
  });
  const GiveInput = builder.inputType('GiveOpinionsInput', {
    description: 'Opinions of the caller’s body.',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      opinions: t.field({ type: [Opinion], required: true, description: 'The opinions; all of them are taken or none.' }),
    }),
  });
  const SignInput = builder.inputType('SignJointReviewInput', {
    description: 'The joint review to sign.',
    fields: (t) => ({ cycleId: t.id({ required: true, description: 'The cycle.' }) }),
  });
  const Given = result('GiveOpinionsResult', GivenOpinions, 'The opinions, or why none was taken.');
  const Signed = result('SignJointReviewResult', Signatures, 'The signatures so far, or why this one was not taken.');

  builder.mutationFields((t) => ({
    giveOpinions: t.field({
      type: Given,
      description:
        'Gives opinions: in the first review the first reviewer of the category and its co-reviewers (P8), in the joint review every member (P9), in the final review the reform office. Refused: NOT_THE_REVIEWER with who would be, OPINION_ALREADY_GIVEN with what was said, ITEM_NOT_UNDER_REVIEW, VERDICT_NEEDS_ITEM, OPINION_WITHOUT_TEXT, WRONG_STAGE, UNKNOWN_DRAFT.',
      args: { input: t.arg({ type: GiveInput, required: true, description: 'The opinions.' }) },
      resolve: async (_root, { input: { cycleId, opinions } }, context) => {
        const given = opinions.map(({ agencyCode, draftId, verdict, text }) => ({ agencyCode, draftId: draftId ?? null, verdict, text: text ?? '' }));
        const outcome = await runFor(context, giveOpinions, { cycleId, opinions: given });
        return outcome.ok ? { ...outcome.value, cycle: await getCycle(context, cycleId) } : outcome.refusal;
      },
    }),
    signJointReview: t.field({
      type: Signed,
      description: 'Signs the joint review for the member the caller acts for (P9). Refused: NOT_A_JOINT_MEMBER, ALREADY_SIGNED with when, WRONG_STAGE.',
      args: { input: t.arg({ type: SignInput, required: true, description: 'The joint review.' }) },
      resolve: async (_root, { input }, context) => {
        const outcome = await runFor(context, signJointReview, input);
        return outcome.ok ? outcome.value : outcome.refusal;
      },
    }),
  }));
}
