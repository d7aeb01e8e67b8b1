import type { PlacedPower } from '../identify-items';
import { codeKey, naturalKey } from '../item-identity';

/** A power as a department reports it; `draftId` names the item of the cycle that it restates. */
export interface ReportedPower extends PlacedPower {
  draftId?: string | null;
}

/** An item of the cycle, as far as recognising it again needs. */
export interface KnownDraft {
  id: string;
  naturalKey: string;
  agencyCode: string;
  publishedCode: string | null;
}

/** Which item of the cycle a reported power is. `draft` is null for one that is new. */
export interface Recognised {
  power: ReportedPower;
  draft: KnownDraft | null;
  /** What recognises it next time; unique within the cycle. */
  naturalKey: string;
}

/**
 * Recognises what a department reports again: by the item it names itself; by the published code where that names one
 * row of a whole file (item by item it would not show that several share a code); else by its words. The same return
 * again restates the same items.
 */
export function recogniseDrafts(powers: readonly ReportedPower[], drafts: readonly KnownDraft[], byCode: boolean): Recognised[] {
  const claims = new Map<ReportedPower, KnownDraft>();
  const free = new Set(drafts);
  const claim = (power: ReportedPower, draft: KnownDraft | undefined): void => {
    if (!draft || !free.has(draft) || claims.has(power)) return;
    claims.set(power, draft);
    free.delete(draft);
  };

  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  for (const power of powers) if (power.draftId) claim(power, byId.get(power.draftId));

  const unnamed = powers.filter(({ draftId }) => !draftId);
  const coded = byCode ? uniquelyCoded(drafts) : new Map<string, KnownDraft>();
  for (const [code, power] of uniquelyCoded(unnamed)) claim(power, coded.get(code));

  const byKey = new Map(drafts.map((draft) => [draft.naturalKey, draft]));
  const repeated = new Set<string>();
  for (const power of unnamed) claim(power, byKey.get(freeKey(power, repeated)));

  const keys = new Set([...free].map((draft) => draft.naturalKey));
  return powers.map((power) => ({ power, draft: claims.get(power) ?? null, naturalKey: freeKey(power, keys) }));
}

/** The first key of these words that is not taken; takes it. */
function freeKey(power: ReportedPower, taken: Set<string>): string {
  let occurrence = 1;
  while (taken.has(naturalKey(power.agencyCode, power, occurrence))) occurrence += 1;
  const key = naturalKey(power.agencyCode, power, occurrence);
  taken.add(key);
  return key;
}

function uniquelyCoded<Row extends { agencyCode: string; publishedCode: string | null }>(rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row | null>();
  for (const row of rows) {
    if (row.publishedCode === null) continue;
    const key = `${row.agencyCode}|${codeKey(row.publishedCode)}`;
    found.set(key, found.has(key) ? null : row);
  }
  return new Map([...found].flatMap(([key, row]) => (row ? [[key, row] as const] : [])));
}
