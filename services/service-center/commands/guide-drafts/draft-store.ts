import { randomUUID } from 'node:crypto';
import type { ServiceCenterTx } from '../../context';
import type { GuideDocument } from '../../rules/guide-document';
import { OPEN_STATES, type DraftState } from '../../rules/guide-draft/draft-states';
import type { ReturnReason } from '../../rules/guide-draft/return-reasons';

/** Where an importer read a guide. */
export interface DraftSource {
  file: string;
  sheet: string;
  row: number;
}

/** A draft as commands work with it. */
export interface StoredDraft {
  id: string;
  itemCode: string;
  agencyCode: string;
  state: DraftState;
  effectiveOn: string;
  document: GuideDocument;
  fingerprint: string;
}

const COLUMNS = `id::text AS id, item_code AS "itemCode", agency_code AS "agencyCode", state, effective_on::text AS "effectiveOn", document, fingerprint`;

/** The draft of an agency by its id; null also where it is another's. */
export async function findDraft(tx: ServiceCenterTx, agencyCode: string, id: string): Promise<StoredDraft | null> {
  const rows = await tx.$queryRawUnsafe<StoredDraft[]>(
    `SELECT ${COLUMNS} FROM service_center.guide_draft WHERE id::text = $1 AND agency_code = $2`,
    id,
    agencyCode,
  );
  return rows[0] ?? null;
}

/** The agencies' open drafts of their items, by item. One statement. */
export async function openDrafts(tx: ServiceCenterTx, of: readonly { agencyCode: string; itemCode: string }[]): Promise<Map<string, StoredDraft>> {
  const rows = await tx.$queryRawUnsafe<StoredDraft[]>(
    `SELECT ${COLUMNS} FROM service_center.guide_draft
     WHERE (agency_code, item_code) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND state = ANY($3::text[])`,
    of.map(({ agencyCode }) => agencyCode),
    of.map(({ itemCode }) => itemCode),
    OPEN_STATES,
  );
  return new Map(rows.map((row) => [row.itemCode, row]));
}

/** What a draft says anew, and the state that puts it into. */
export interface DraftContent extends Omit<StoredDraft, 'id'> {
  /** The open draft it replaces; null: a new one. */
  id: string | null;
  regionCode: string;
  source: DraftSource | null;
}

/** Writes drafts and gives their ids, in order. One statement, however many. */
export async function writeDrafts(tx: ServiceCenterTx, drafts: readonly DraftContent[], now: Date): Promise<string[]> {
  if (drafts.length === 0) return [];
  const rows = drafts.map((draft) => ({ ...draft, id: draft.id ?? randomUUID() }));
  await tx.$executeRawUnsafe(
    `INSERT INTO service_center.guide_draft AS d
       (id, item_code, agency_code, region_code, state, effective_on, document, fingerprint, reasons, source, created_at, changed_at, submitted_at)
     SELECT r.id, r."itemCode", r."agencyCode", r."regionCode", r.state, r."effectiveOn", r.document, r.fingerprint, '[]', r.source, $2::timestamptz,
       $2::timestamptz, CASE WHEN r.state = 'SUBMITTED' THEN $2::timestamptz END
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "itemCode" text, "agencyCode" text, "regionCode" text, state text,
       "effectiveOn" date, document jsonb, fingerprint text, source jsonb)
     ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state, effective_on = EXCLUDED.effective_on, document = EXCLUDED.document, fingerprint = EXCLUDED.fingerprint, reasons = '[]',
       source = COALESCE(EXCLUDED.source, d.source), changed_at = EXCLUDED.changed_at, submitted_at = EXCLUDED.submitted_at`,
    JSON.stringify(rows),
    now.toISOString(),
  );
  return rows.map(({ id }) => id);
}

/** Puts a draft into a state: with the reasons it is returned for, or the version it became. */
export async function moveStoredDraft(
  tx: ServiceCenterTx,
  id: string,
  to: DraftState,
  now: Date,
  { reasons = [], version = null }: { reasons?: readonly ReturnReason[]; version?: number | null } = {},
): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE service_center.guide_draft SET state = $2, reasons = $3::jsonb, version = $4::int, changed_at = $5::timestamptz WHERE id::text = $1`,
    id,
    to,
    JSON.stringify(reasons),
    version,
    now.toISOString(),
  );
}
