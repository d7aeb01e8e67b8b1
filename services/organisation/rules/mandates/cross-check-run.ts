import type { Finding } from './finding';
import { MANDATE_FINDING_KINDS, type MandateFindingKind } from './vocabulary';

/** How many findings of one kind. */
export interface KindCount {
  kind: MandateFindingKind;
  count: number;
}

/** A cross-check of a region that was kept. */
export interface RunRecord {
  regionCode: string;
  /** From 1 within the region. */
  number: number;
  /** Instant, ISO 8601. */
  at: string;
  /** The list and the mandates as of this day. */
  day: string;
  /** Items on the list and agencies with a mandate that were looked at. */
  items: number;
  mandates: number;
  totals: KindCount[];
  /** Beside the run before: found for the first time, found no longer, found again. */
  fresh: number;
  gone: number;
  still: number;
}

/** What two runs' findings have in common and what not, by id. */
export function compareRuns(before: readonly string[], after: readonly string[]): { fresh: string[]; gone: string[]; still: string[] } {
  const was = new Set(before);
  const is = new Set(after);
  return { fresh: after.filter((id) => !was.has(id)), gone: before.filter((id) => !is.has(id)), still: after.filter((id) => was.has(id)) };
}

/** Counts of every kind, also of those not found. */
export function countByKind(findings: readonly Pick<Finding, 'kind'>[]): KindCount[] {
  const counts = new Map<MandateFindingKind, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return (Object.keys(MANDATE_FINDING_KINDS) as MandateFindingKind[]).map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
}
