import { dayInChina } from '../../../shared/day';
import { accept } from '../../../shared/outcome';
import type { Json } from '../../../shared/journal';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import { moveDraft } from '../../rules/guide-draft/draft-states';
import type { ServiceCenterAction } from '../../rules/permissions';
import { regionOfAgency } from '../../rules/region-of-agency';
import { draftEntry } from '../guide-drafts/draft-entry';
import { openDrafts, writeDrafts, type DraftContent } from '../guide-drafts/draft-store';
import { guideFingerprint } from '../guide-fingerprint';
import { lastVersions } from '../write-versions';
import { placeGuides, type ImportGuidesInput } from './place-guides';
import { reportOf, type GuideFate, type GuideImportReport } from './report';

/**
 * Takes a file's guides as drafts, one an item, for the agency to complete and submit. An open draft is replaced; one that
 * is under review is not touched. The same words again change nothing.
 */
export const importGuideDrafts: Command<ServiceCenterTx, ServiceCenterAction, ImportGuidesInput, GuideImportReport> = {
  action: 'import-guide-drafts',
  target: ({ regionCode, agencyCode }) => ({ regionCode, agencyCode }),
  async handle(input, { tx, now }) {
    const placed = await placeGuides(tx, input, dayInChina(now), false);
    const items = placed.flatMap((one) => ('rejected' in one ? [] : [{ itemCode: one.statement.itemCode, agencyCode: one.agencyCode! }]));
    const open = await openDrafts(tx, items);
    const published = await lastVersions(tx, items.map(({ itemCode }) => itemCode));
    const drafts: DraftContent[] = [];
    const fates = placed.map((one): GuideFate => {
      if ('rejected' in one) return { kind: 'REJECTED', rejected: one.rejected };
      const { read, notes, statement: { itemCode, effectiveOn, document } } = one;
      const before = open.get(itemCode) ?? null;
      const fingerprint = guideFingerprint(document);
      if ((before ?? published.get(itemCode))?.fingerprint === fingerprint) return { kind: 'UNCHANGED', notes };
      const state = moveDraft(before?.state ?? null, 'IMPORT');
      if (!state.ok) return { kind: 'REJECTED', rejected: { row: read.place.row, code: 'UNDER_REVIEW', reason: state.refusal.message } };
      const agencyCode = one.agencyCode!;
      const source = { file: input.file.fileName, ...read.place };
      drafts.push({ id: before?.id ?? null, itemCode, agencyCode, regionCode: regionOfAgency(agencyCode), state: state.value, effectiveOn, document, fingerprint, source });
      return { kind: 'IMPORTED', notes };
    });
    const ids = await writeDrafts(tx, drafts, now);
    const entries = drafts.map((draft, i) => {
      const after = { state: draft.state, effectiveOn: draft.effectiveOn, document: draft.document as unknown as Json };
      const before = open.get(draft.itemCode);
      return draftEntry('GuideImported', { ...draft, id: ids[i]! }, before ? { state: before.state, fingerprint: before.fingerprint } : null, after);
    });
    return accept({ value: reportOf(input.file, fates), entries });
  },
};
