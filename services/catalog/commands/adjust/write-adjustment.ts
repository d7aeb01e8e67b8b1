import { insertRows } from '../../../shared/insert-rows';
import type { JournalDraft, Json } from '../../../shared/journal';
import type { CatalogTx } from '../../context';
import { ADJUSTMENT_KINDS, type AdjustmentKind, type AdjustmentPart } from '../../rules/adjustments/adjustment-kinds';
import type { Effects } from '../../rules/adjustments/effects';
import type { CompleteGrounds } from '../../rules/adjustments/grounds';

/** A decision as it is put on record. */
export interface AdjustmentRecord extends CompleteGrounds {
  regionCode: string;
  kind: AdjustmentKind;
  /** What this kind needs beside. */
  details: { [key: string]: Json };
  decidedAt: Date;
}

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** Puts the decision on record with the items it is about and the delegation it makes; answers its id and the journal's line. */
export async function writeAdjustment(tx: CatalogTx, record: AdjustmentRecord, effects: Effects): Promise<{ id: string; entry: JournalDraft }> {
  const { regionCode, kind, grounds, document, legalityOpinion, approver, effectiveOn, details, decidedAt } = record;
  const { id } = await tx.adjustment.create({
    data: {
      regionCode,
      kind,
      grounds,
      documentTitle: document.title,
      documentNumber: document.number,
      documentDate: day(document.date),
      legalityOpinion,
      approver,
      effectiveOn: day(effectiveOn),
      decidedAt,
      details,
    },
    select: { id: true },
  });
  const items = partsOf(effects);
  await insertParts(tx, String(id), items);
  const { delegation } = effects;
  if (delegation) await tx.delegation.create({ data: { ...delegation, adjustmentId: id, decidedFor: day(effectiveOn) } });
  const named = document.number === null ? `《${document.title}》` : document.number;
  return {
    id: String(id),
    entry: {
      action: 'AdjustmentDecided',
      subject: { kind: 'Adjustment', id: String(id) },
      summary: `${ADJUSTMENT_KINDS[kind]} ${items.map(({ code }) => code).join('、')}，依据${named}，自 ${effectiveOn} 起`,
      before: null,
      after: {
        id: String(id), regionCode, kind, grounds, document: { ...document }, legalityOpinion, approver, effectiveOn, details,
        items, lineage: effects.lineage.map((edge) => ({ ...edge })), delegation: delegation && { ...delegation },
      },
    },
  };
}

/** Which item plays which part. */
export const partsOf = ({ changes, listings }: Effects): { code: string; part: AdjustmentPart }[] => [
  ...changes.map(({ held, part }) => ({ code: held.facts.code, part })),
  ...listings.map(({ item }) => ({ code: item.code, part: 'RESULT' as const })),
];

/** Links items to an adjustment. */
export const insertParts = (tx: CatalogTx, adjustmentId: string, parts: readonly { code: string; part: AdjustmentPart }[]): Promise<void> =>
  insertRows(
    tx,
    'catalog.adjusted_item',
    { adjustment_id: 'bigint', code: 'text', part: 'text' },
    parts.map(({ code, part }) => ({ adjustment_id: adjustmentId, code, part })),
  );
