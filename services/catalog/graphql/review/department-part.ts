import type { RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { answerOpinions } from '../../commands/review/answer-opinions';
import { submitReturn } from '../../commands/review/submit-return';
import { withdrawItem } from '../../commands/review/withdraw-item';
import type { CatalogContext } from '../../context';
import type { CycleRow } from '../../queries/review/cycles';
import { getCycle, resultsOf, runFor } from './results';
import type { ReviewCycleRef } from './review-cycle';

/** Adds what a department does beside reporting: withdraws, answers opinions, submits its return. */
export function addDepartmentPart(builder: HubBuilder<CatalogContext>, ReviewCycle: ReviewCycleRef, refusal: RefusalRef<CatalogContext>): void {
  const result = resultsOf(builder, refusal);
  const SubmittedReturn = builder.objectRef<{ round: number; items: number; cycle: CycleRow }>('SubmittedReturn').implement({
    description: 'A return as submitted.',
    fields: (t) => ({
      round: t.exposeInt('round', { description: 'Which round, 1–3.' }),
      items: t.exposeInt('items', { description: 'How many items it holds; none is a report too (零报告).' }),
      cycle: t.expose('cycle', { type: ReviewCycle, description: 'The cycle.' }),
    }),
  });
  const SubmitInput = builder.inputType('SubmitReturnInput', {
    description: 'The return (报送) to submit.',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      agencyCode: t.id({ required: true, description: 'The department.' }),
    }),
  });
  const WithdrawInput = builder.inputType('WithdrawDraftItemInput', {
    description: 'An item to take out of the department’s return.',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      agencyCode: t.id({ required: true, description: 'The department.' }),
      draftId: t.id({ required: true, description: 'The item.' }),
    }),
  });
  const Answer = builder.inputType('OpinionAnswerInput', {
    description: 'The department’s answer (答复) to an opinion.',
    fields: (t) => ({
      opinionId: t.id({ required: true, description: 'The opinion.' }),
      answer: t.string({ required: true, description: 'In writing, whether it agrees or not.' }),
      accepted: t.boolean({ required: true, description: 'It agrees. Agreeing to CANCEL or NO_BASIS takes the item out of the draft list.' }),
    }),
  });
  const AnswerInput = builder.inputType('AnswerOpinionsInput', {
    description: 'Answers of one department.',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      agencyCode: t.id({ required: true, description: 'The department.' }),
      answers: t.field({ type: [Answer], required: true, description: 'The answers; all of them are taken or none.' }),
    }),
  });
  const Submitted = result('SubmitReturnResult', SubmittedReturn, 'The return, or why it may not be submitted.');
  const Withdrawn = result('WithdrawDraftItemResult', ReviewCycle, 'The cycle, or why the item stays.');
  const Answered = result('AnswerOpinionsResult', ReviewCycle, 'The cycle, or why no answer was taken.');

  builder.mutationFields((t) => ({
    submitReturn: t.field({
      type: Submitted,
      description:
        'Submits the department’s return of the round; its items go under review. Refused: OPINIONS_UNANSWERED with each opinion, RETURN_ALREADY_SUBMITTED with when, WRONG_STAGE, AGENCY_NOT_IN_CYCLE (P11). Role: the head of the department.',
      args: { input: t.arg({ type: SubmitInput, required: true, description: 'The return.' }) },
      resolve: async (_root, { input }, context) => {
        const outcome = await runFor(context, submitReturn, input);
        return outcome.ok ? { ...outcome.value, cycle: await getCycle(context, input.cycleId) } : outcome.refusal;
      },
    }),
    withdrawDraftItem: t.field({
      type: Withdrawn,
      description:
        'Takes an item out of the return: freely while it was never submitted, later only where a reviewer wants it cancelled, merged, delegated or finds no basis; else NOT_PROPOSED_FOR_REMOVAL (P11). Roles: the department’s editor and head.',
      args: { input: t.arg({ type: WithdrawInput, required: true, description: 'The item.' }) },
      resolve: async (_root, { input }, context) => {
        const outcome = await runFor(context, withdrawItem, input);
        return outcome.ok ? getCycle(context, input.cycleId) : outcome.refusal;
      },
    }),
    answerOpinions: t.field({
      type: Answered,
      description: 'Answers reviewers’ opinions. Refused: OPINION_NOT_OPEN, TEXT_MISSING, WRONG_STAGE. Roles: the department’s editor and head.',
      args: { input: t.arg({ type: AnswerInput, required: true, description: 'The answers.' }) },
      resolve: async (_root, { input }, context) => {
        const outcome = await runFor(context, answerOpinions, input);
        return outcome.ok ? getCycle(context, input.cycleId) : outcome.refusal;
      },
    }),
  }));
}
