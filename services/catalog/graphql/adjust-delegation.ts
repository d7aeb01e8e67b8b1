import { describedValues } from '../../shared/graphql/described-values';
import { parseDay, type HubBuilder } from '../../shared/graphql/schema-builder';
import { confirmHandover } from '../commands/adjust/confirm-handover';
import { delegateItem } from '../commands/adjust/delegate-item';
import type { CatalogContext } from '../context';
import { BODY_NATURES } from '../rules/adjustments/delegate';
import { decideAdjustment, type AdjustmentResults } from './adjust-decide';
import { toGrounds, toNamed, type AdjustInputs } from './adjust-inputs';
import type { AdjustmentTypes } from './adjustment';
import type { Vocabulary } from './vocabulary';

/** Adds the two steps of a delegation: the decision and the confirmed handover. */
export function addDelegationAdjustments(
  builder: HubBuilder<CatalogContext>,
  inputs: AdjustInputs,
  resultOf: AdjustmentResults,
  { ExerciseLevel }: Vocabulary,
  { DelegationForm }: AdjustmentTypes,
): void {
  const Nature = builder.enumType('BodyNature', { description: 'Nature of a body (机构性质).', values: describedValues(BODY_NATURES) });
  const Receiver = builder.inputType('ReceivingBodyInput', {
    description: 'The body a power goes down to (承接机构).',
    fields: (t) => ({
      agencyCode: t.id({ required: true, description: 'Its code; its first six characters are its region, which is the list’s own or one below.' }),
      bodyName: t.string({ required: true, description: 'Its name, as its list will print it.' }),
      nature: t.field({ type: Nature, required: true, description: 'Its nature: only a STATUTORY_ORGAN is entrusted (许可法 24¶1).' }),
      levels: t.field({ type: [ExerciseLevel], required: true, description: 'Levels (行使层级) it will exercise the power at.' }),
    }),
  });
  const DelegateInput = builder.inputType('DelegateItemInput', {
    description: 'A power to be delegated (下放).',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'Region whose list it is.' }),
      item: t.field({ type: inputs.Item, required: true, description: 'The item.' }),
      form: t.field({ type: DelegationForm, required: true, description: 'Entrusted or authorised.' }),
      to: t.field({ type: Receiver, required: true, description: 'Receiving body.' }),
      decision: t.field({ type: inputs.Decision, required: true, description: 'Grounds, document, legality opinion, approver and day.' }),
    }),
  });
  const HandoverInput = builder.inputType('ConfirmHandoverInput', {
    description: 'A handover (移交) that is confirmed.',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'Region of the releasing body’s list.' }),
      item: t.field({ type: inputs.Item, required: true, description: 'The delegated item.' }),
      handedOverOn: t.field({ type: 'Date', required: true, description: 'First day the receiving body acts.' }),
    }),
  });
  builder.mutationFields((t) => ({
    delegateItem: t.field({
      type: resultOf('DelegateItemResult'),
      description:
        'Decides that a power goes down to a lower body (P14 下放). The releasing body keeps acting until the handover is confirmed. Refused: NOT_A_LOWER_LEVEL, TRUSTEE_NOT_AN_ORGAN, ALREADY_DELEGATED, NO_REDELEGATION. Role: the government.',
      args: { input: t.arg({ type: DelegateInput, required: true }) },
      resolve: (_root, { input: { regionCode, item, form, to, decision } }, context) =>
        decideAdjustment(context, delegateItem, { regionCode, decision: toGrounds(decision), item: toNamed(item), form, to: { ...to, levels: [...to.levels] } }),
    }),
    confirmHandover: t.field({
      type: resultOf('ConfirmHandoverResult'),
      description:
        'Confirms the handover of a delegated power. Authorised: the item is DELEGATED from that day and the receiving body has one of its own, on its region’s list. Entrusted: the power stays the department’s and the trustee may exercise it in its name. Refused: NO_PENDING_DELEGATION, LIST_NOT_OPEN. Role: the reform office.',
      args: { input: t.arg({ type: HandoverInput, required: true }) },
      resolve: (_root, { input: { regionCode, item, handedOverOn } }, context) =>
        decideAdjustment(context, confirmHandover, { regionCode, item: toNamed(item), handedOverOn: parseDay(handedOverOn) }),
    }),
  }));
}
