import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CatalogTx } from '../../context';
import type { PlacedPower } from '../../rules/identify-items';
import type { KnownDraft, ReportedPower } from '../../rules/review-cycle/recognise-drafts';
import type { ReportedItem } from '../../rules/review-cycle/reporting';
import type { PowerCategory } from '../../rules/vocabulary';

/** An item of a cycle, as the commands decide on it. */
export interface StoredDraft extends KnownDraft, ReportedItem {
  category: PowerCategory;
  name: string;
  fingerprint: string;
}

const DRAFTS = `SELECT d.id::text AS id, d.natural_key AS "naturalKey", d.agency_code AS "agencyCode",
    d.facts->>'publishedCode' AS "publishedCode", d.category, d.name, d.fingerprint, d.status,
    COALESCE((SELECT json_agg(json_build_object('verdict', o.verdict, 'review', o.round)) FROM catalog.opinion o WHERE o.draft_id = d.id), '[]') AS verdicts
  FROM catalog.draft_item d WHERE d.cycle_id = $1`;

/** Everything these departments have reported in a cycle, in the order it came. One statement. */
export const draftsOfAgencies = (tx: CatalogTx, cycleId: string, agencyCodes: readonly string[]): Promise<StoredDraft[]> =>
  tx.$queryRawUnsafe(`${DRAFTS} AND d.agency_code = ANY($2::text[]) ORDER BY d.id`, cycleId, agencyCodes);

/** Items of a cycle by id. One statement. */
export const draftsById = (tx: CatalogTx, cycleId: string, ids: readonly string[]): Promise<StoredDraft[]> =>
  tx.$queryRawUnsafe(`${DRAFTS} AND d.id = ANY($2::bigint[]) ORDER BY d.id`, cycleId, ids.filter(isId));

/** Ids come from outside: what is no number names nothing. */
export const isId = (text: string): boolean => /^\d{1,18}$/.test(text);

/** What is stored of a reported power: the power, without which item it restates. */
export function factsOf(reported: ReportedPower): PlacedPower {
  const { draftId: _, ...power } = reported;
  return power;
}

/** Two reports of an item say the same when their fingerprints are the same, wherever in a file they stood. */
export function draftFingerprint(power: ReportedPower): string {
  const { sheet: _, row: __, ...said } = factsOf(power);
  return createHash('sha256').update(canonicalize(said) ?? '').digest('base64url');
}
