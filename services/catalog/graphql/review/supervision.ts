import type { RefusalRef } from '../../../shared/graphql/refusal';
import { parseDay, type HubBuilder } from '../../../shared/graphql/schema-builder';
import type { Refusal } from '../../../shared/outcome';
import { recordAccountability, type RecordAccountabilityInput } from '../../commands/review/record-accountability';
import type { CatalogContext } from '../../context';
import { accountabilityOfCycle, type AccountabilityRow } from '../../queries/review/accountability';
import type { CycleParts } from './cycle-parts';
import { resultsOf, runFor } from './results';
import type { ReviewVocabulary } from './vocabulary';

/** Adds what the supervision bureau does: opens, holds and concludes interviews and accountability (P12). */
export function addSupervision(
  builder: HubBuilder<CatalogContext>,
  { CycleStage, AccountabilityKind }: ReviewVocabulary,
  { AccountabilityRecord }: CycleParts,
  refusal: RefusalRef<CatalogContext>,
): void {
  const result = resultsOf(builder, refusal);
  const OpenInput = builder.inputType('OpenAccountabilityInput', {
    description: 'An interview (约谈) or accountability (问责) to open against a department.',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      agencyCode: t.id({ required: true, description: 'The department.' }),
      stage: t.field({ type: CycleStage, required: true, description: 'The stage whose window it missed; PUBLISHED: it does not carry the list out.' }),
      kind: t.field({ type: AccountabilityKind, required: true, description: 'Interview or accountability.' }),
      reason: t.string({ required: true, description: 'Why.' }),
    }),
  });
  const HoldInput = builder.inputType('HoldAccountabilityInput', {
    description: 'That it was held.',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      recordId: t.id({ required: true, description: 'The record.' }),
      heldOn: t.field({ type: 'Date', required: true, description: 'Day it was held, not before it was opened, not after today.' }),
    }),
  });
  const ConcludeInput = builder.inputType('ConcludeAccountabilityInput', {
    description: 'What came of it.',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      recordId: t.id({ required: true, description: 'The record.' }),
      outcome: t.string({ required: true, description: 'In writing.' }),
    }),
  });
  const Opened = result('OpenAccountabilityResult', AccountabilityRecord, 'The record, or why it was not opened.');
  const Held = result('HoldAccountabilityResult', AccountabilityRecord, 'The record, or why it was not changed.');
  const Concluded = result('ConcludeAccountabilityResult', AccountabilityRecord, 'The record, or why it was not changed.');

  const record = async (context: CatalogContext, input: RecordAccountabilityInput): Promise<AccountabilityRow | Refusal> => {
    const outcome = await runFor(context, recordAccountability, input);
    if (!outcome.ok) return outcome.refusal;
    const records = await accountabilityOfCycle(context.store.database, input.cycleId, null);
    return records.find(({ id }) => id === outcome.value.recordId)!;
  };
  builder.mutationFields((t) => ({
    openAccountability: t.field({
      type: Opened,
      description:
        'Lists a department for interview that missed a window, or holds it accountable (P12). Refused: NOT_LATE, ALREADY_OPENED, AGENCY_NOT_IN_CYCLE, TEXT_MISSING. Role: the supervision bureau.',
      args: { input: t.arg({ type: OpenInput, required: true, description: 'The record.' }) },
      resolve: (_root, { input }, context) => record(context, { step: 'OPEN', ...input }),
    }),
    holdAccountability: t.field({
      type: Held,
      description: 'Records that the interview was held. Refused: UNKNOWN_RECORD, ALREADY_HELD, DATE_OUT_OF_RANGE. Role: the supervision bureau.',
      args: { input: t.arg({ type: HoldInput, required: true, description: 'When.' }) },
      resolve: (_root, { input: { heldOn, ...input } }, context) => record(context, { step: 'HOLD', ...input, heldOn: parseDay(heldOn) }),
    }),
    concludeAccountability: t.field({
      type: Concluded,
      description: 'Records what came of it. Refused: UNKNOWN_RECORD, NOT_HELD_YET, ALREADY_CONCLUDED, TEXT_MISSING. Role: the supervision bureau.',
      args: { input: t.arg({ type: ConcludeInput, required: true, description: 'The outcome.' }) },
      resolve: (_root, { input }, context) => record(context, { step: 'CONCLUDE', ...input }),
    }),
  }));
}
