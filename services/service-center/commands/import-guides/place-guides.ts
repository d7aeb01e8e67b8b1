import type { ServiceCenterTx } from '../../context';
import { createPlacing } from '../../importers/place-guide';
import type { ReadGuide, ReadGuides, RejectedRow } from '../../importers/read-guide';
import { loadRegisters } from '../../queries/guide-registers';
import type { GuideStatement } from '../../rules/guide-document';
import { parseGuide } from '../../rules/parse-guide';

/** A file of guides and whose they are. */
export interface ImportGuidesInput {
  regionCode: string;
  /** Only this agency's items; null: those of the whole region. */
  agencyCode: string | null;
  /** First day the guides hold, where the file does not say. */
  effectiveOn: string;
  file: ReadGuides;
}

/** A guide of the file, read whole, or why it is rejected. */
export type PlacedStatement =
  | { read: ReadGuide; statement: GuideStatement; agencyCode: string | null; notes: string[] }
  | { rejected: RejectedRow };

/** Finds what the file names and reads each guide; the second one of an item is rejected. */
export async function placeGuides(tx: ServiceCenterTx, { regionCode, agencyCode, effectiveOn, file }: ImportGuidesInput, today: string, facts: boolean): Promise<PlacedStatement[]> {
  const on = effectiveOn > today ? effectiveOn : today;
  const place = createPlacing(await loadRegisters(tx, regionCode, agencyCode, on), effectiveOn, facts);
  const seen = new Map<string, ReadGuide>();
  return file.sheets.flatMap(({ guides }) => guides).map((read): PlacedStatement => {
    const placed = place(read);
    if ('reason' in placed) return { rejected: placed };
    const { row } = read.place;
    const before = seen.get(placed.item.code);
    if (before !== undefined) return { rejected: { row, code: 'REPEATED_ITEM', reason: `与工作表“${before.place.sheet}”第 ${before.place.row} 行是同一事项` } };
    const parsed = parseGuide(placed.guide);
    if (!parsed.ok) return { rejected: { row, code: 'MALFORMED_GUIDE', reason: parsed.refusal.message } };
    seen.set(placed.item.code, read);
    return { read, statement: { ...parsed.value, version: null }, agencyCode: placed.item.agencyCode, notes: placed.notes };
  });
}
