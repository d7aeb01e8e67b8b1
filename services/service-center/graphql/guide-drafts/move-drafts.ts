import type { ObjectRef } from '@pothos/core';
import { Rejected } from '../../../shared/errors';
import { isRefusal, type RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder, HubTypes } from '../../../shared/graphql/schema-builder';
import type { Outcome } from '../../../shared/outcome';
import { runCommand, type Command } from '../../../shared/run-command';
import { approveGuide } from '../../commands/guide-drafts/approve-guide';
import { returnGuide } from '../../commands/guide-drafts/return-guide';
import { submitGuide, type DraftId } from '../../commands/guide-drafts/submit-guide';
import { withdrawGuide } from '../../commands/guide-drafts/withdraw-guide';
import type { ServiceCenterContext, ServiceCenterTx } from '../../context';
import { getGuideDraft } from '../../queries/guide-drafts';
import { findGuideVersion } from '../../queries/guide-versions';
import { SERVICE_CENTER_PERMISSIONS, type ServiceCenterAction } from '../../rules/permissions';
import type { DraftParts, GuideDraftRef } from './guide-draft';

type Ref<T> = ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<HubTypes<ServiceCenterContext>>, T>;

const runFor = <Input, Value>(
  { store, actor }: ServiceCenterContext,
  command: Command<ServiceCenterTx, ServiceCenterAction, Input, Value>,
  input: Input,
): Promise<Outcome<Value>> => runCommand(store, SERVICE_CENTER_PERMISSIONS, command, input, actor);

/** The draft a command has worked on, or why it did not. */
async function draftAfter(outcome: Outcome<DraftId>, { store, today }: ServiceCenterContext) {
  return outcome.ok ? getGuideDraft(store.database, outcome.value.draftId, today) : outcome.refusal;
}

const NOT_OURS = 'Refused (DRAFT_UNKNOWN) where the agency has no such draft, (DRAFT_STATE) where its state does not allow it.';

/** Adds `submitGuide`, `returnGuide`, `approveGuide` and `withdrawGuide`. */
export function addMoveDrafts(
  builder: HubBuilder<ServiceCenterContext>,
  { guide: ServiceGuide, guideInputs: { GuideInput } }: DraftParts,
  GuideDraft: GuideDraftRef,
  refusal: RefusalRef<ServiceCenterContext>,
): void {
  const resultOf = <T extends object>(name: string, member: Ref<T>, description: string) =>
    builder.unionType(name, { description, types: [member, refusal], resolveType: (value) => (isRefusal(value) ? 'Refusal' : member.name) });
  const agencyCode = { required: true, description: 'The agency whose draft it is.' } as const;
  const draftId = { required: true, description: 'Id of the draft.' } as const;

  const SubmitGuideInput = builder.inputType('SubmitGuideInput', {
    description: 'A guide for review: either its words, or a draft that is already there.',
    fields: (t) => ({
      agencyCode: t.id({ required: true, description: 'The item’s implementing body, for which the caller acts.' }),
      guide: t.field({ type: GuideInput, description: 'The guide; it replaces the agency’s open draft of the item.' }),
      draftId: t.id({ description: 'A draft to be submitted as it stands, imported or returned.' }),
    }),
  });
  const SubmitGuideResult = resultOf('SubmitGuideResult', GuideDraft, 'The draft under review, or the rule that said no.');
  builder.mutationField('submitGuide', (t) =>
    t.field({
      type: SubmitGuideResult,
      description: `Submits a guide to the service center for review (报送办事指南), for an item on the list of the caller’s own agency. ${NOT_OURS}`,
      args: { input: t.arg({ type: SubmitGuideInput, required: true, description: 'The guide.' }) },
      resolve: async (_root, { input: { agencyCode: agency, guide, draftId: id } }, context) => {
        if ((guide == null) === (id == null)) throw new Rejected('BAD_USER_INPUT', 'guide 与 draftId 恰好填写一项', 'input');
        const submitted = id == null ? { guide } : { draftId: id };
        return draftAfter(await runFor(context, submitGuide, { agencyCode: agency, submitted }), context);
      },
    }),
  );

  const ReasonInput = builder.inputType('ReturnReasonInput', {
    description: 'Why a draft is returned (退回理由).',
    fields: (t) => ({
      path: t.string({ required: true, description: 'Place in the guide, e.g. `materials.0.name`; empty for the whole guide.' }),
      reason: t.string({ required: true, description: 'What is to be done, 1–500 characters. It may name people: it never enters the journal.' }),
    }),
  });
  const ReturnGuideInput = builder.inputType('ReturnGuideInput', {
    description: 'A submitted draft and everything that is wrong with it.',
    fields: (t) => ({
      agencyCode: t.id(agencyCode),
      draftId: t.id(draftId),
      reasons: t.field({ type: [ReasonInput], required: true, description: 'All reasons at once (一次性告知), at least one, at most 100.' }),
    }),
  });
  const ReturnGuideResult = resultOf('ReturnGuideResult', GuideDraft, 'The returned draft, or the rule that said no.');
  builder.mutationField('returnGuide', (t) =>
    t.field({
      type: ReturnGuideResult,
      description: `Sends a submitted guide back to its agency (退回). For the service center of its region. ${NOT_OURS}`,
      args: { input: t.arg({ type: ReturnGuideInput, required: true, description: 'The draft and the reasons.' }) },
      resolve: async (_root, { input }, context) => draftAfter(await runFor(context, returnGuide, input), context),
    }),
  );

  const ApproveGuideInput = builder.inputType('ApproveGuideInput', {
    description: 'A submitted draft that is to be published.',
    fields: (t) => ({
      agencyCode: t.id(agencyCode),
      draftId: t.id(draftId),
      effectiveOn: t.field({ type: 'Date', description: 'First day the guide holds; absent: the draft’s own, or today where that is over.' }),
    }),
  });
  const ApproveGuideResult = resultOf('ApproveGuideResult', ServiceGuide, 'The version it became, or the rule that said no.');
  builder.mutationField('approveGuide', (t) =>
    t.field({
      type: ApproveGuideResult,
      description: `Approves a submitted guide and publishes it, through the same checks as \`publishGuide\`. For the service center of its region. ${NOT_OURS}`,
      args: { input: t.arg({ type: ApproveGuideInput, required: true, description: 'The draft.' }) },
      resolve: async (_root, { input: { effectiveOn, ...input } }, context) => {
        const outcome = await runFor(context, approveGuide, { ...input, effectiveOn: effectiveOn ?? null });
        if (!outcome.ok) return outcome.refusal;
        const { itemCode, version } = outcome.value;
        const published = await findGuideVersion(context.store.database, itemCode, version);
        if (published === null) throw new Error(`guide ${itemCode} version ${version} is not there`);
        return published;
      },
    }),
  );

  const WithdrawGuideInput = builder.inputType('WithdrawGuideInput', {
    description: 'An open draft that its agency takes back.',
    fields: (t) => ({ agencyCode: t.id(agencyCode), draftId: t.id(draftId) }),
  });
  const WithdrawGuideResult = resultOf('WithdrawGuideResult', GuideDraft, 'The withdrawn draft, or the rule that said no.');
  builder.mutationField('withdrawGuide', (t) =>
    t.field({
      type: WithdrawGuideResult,
      description: `Takes a draft back (撤回); it stays on record. For its agency. ${NOT_OURS}`,
      args: { input: t.arg({ type: WithdrawGuideInput, required: true, description: 'The draft.' }) },
      resolve: async (_root, { input }, context) => draftAfter(await runFor(context, withdrawGuide, input), context),
    }),
  );
}
