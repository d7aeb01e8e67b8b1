import { accept, type Outcome } from '../../../shared/outcome';
import { dayInChina } from '../../../shared/day';
import type { Command } from '../../../shared/run-command';
import type { Json } from '../../../shared/journal';
import type { ServiceCenterTx } from '../../context';
import { listedItemsOnDay } from '../../queries/listed-items-on-day';
import type { GuideStatement } from '../../rules/guide-document';
import { moveDraft } from '../../rules/guide-draft/draft-states';
import { maySubmit } from '../../rules/guide-draft/may-submit';
import { parseGuide } from '../../rules/parse-guide';
import type { ServiceCenterAction } from '../../rules/permissions';
import { regionOfAgency } from '../../rules/region-of-agency';
import { guideFingerprint } from '../guide-fingerprint';
import { draftEntry } from './draft-entry';
import { draftToMove, targetOf } from './draft-of-agency';
import { openDrafts, writeDrafts, type StoredDraft } from './draft-store';

/** A guide handed in, or a draft that is already there. */
export interface SubmitGuideInput {
  agencyCode: string;
  submitted: { guide: unknown } | { draftId: string };
}

export interface DraftId {
  draftId: string;
}

type Submitted = { statement: GuideStatement; before: StoredDraft | null };

/**
 * Submits a guide to the service center for its review (P15). An open draft of the item is replaced; one that is under
 * review is withdrawn first.
 */
export const submitGuide: Command<ServiceCenterTx, ServiceCenterAction, SubmitGuideInput, DraftId> = {
  action: 'submit-guide',
  target: targetOf,
  async handle(input, { tx, now }) {
    const found = await submittedGuide(tx, input);
    if (!found.ok) return found;
    const { statement, before } = found.value;
    const { itemCode, effectiveOn, document } = statement;
    const { agencyCode } = input;
    const today = dayInChina(now);
    const on = effectiveOn > today ? effectiveOn : today;
    const allowed = maySubmit(agencyCode, itemCode, (await listedItemsOnDay(tx, [itemCode], on)).get(itemCode) ?? null);
    if (!allowed.ok) return allowed;
    const state = moveDraft(before?.state ?? null, 'SUBMIT');
    if (!state.ok) return state;
    const content = { itemCode, agencyCode, effectiveOn, document, fingerprint: guideFingerprint(document), state: state.value };
    const [draftId] = await writeDrafts(tx, [{ ...content, id: before?.id ?? null, regionCode: regionOfAgency(agencyCode), source: null }], now);
    const after = { state: state.value, effectiveOn, document: document as unknown as Json };
    const entry = draftEntry('GuideSubmitted', { ...content, id: draftId! }, before && { state: before.state, fingerprint: before.fingerprint }, after);
    return accept({ value: { draftId: draftId! }, entries: [entry] });
  },
};

async function submittedGuide(tx: ServiceCenterTx, { agencyCode, submitted }: SubmitGuideInput): Promise<Outcome<Submitted>> {
  if ('draftId' in submitted) {
    const found = await draftToMove(tx, { agencyCode, draftId: submitted.draftId }, 'SUBMIT');
    if (!found.ok) return found;
    const { itemCode, effectiveOn, document } = found.value.draft;
    return accept({ statement: { itemCode, version: null, effectiveOn, document }, before: found.value.draft });
  }
  const parsed = parseGuide(submitted.guide);
  if (!parsed.ok) return parsed;
  const { itemCode } = parsed.value;
  return accept({ statement: parsed.value, before: (await openDrafts(tx, [{ agencyCode, itemCode }])).get(itemCode) ?? null });
}
