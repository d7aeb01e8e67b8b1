import { insertRows } from '../../../shared/insert-rows';
import type { JournalDraft, Json } from '../../../shared/journal';
import type { OrganisationTx } from '../../context';
import { dutyKey } from '../../rules/mandates/cross-check-facts';
import type { MandateRecord } from '../../rules/mandates/mandate-document';

const MANDATE_COLUMNS = {
  id: 'text',
  agency_code: 'text',
  version: 'int',
  state: 'text',
  origin: 'text',
  title: 'text',
  document_number: 'text',
  issued_on: 'date',
  effective_on: 'date',
  effective_to: 'date',
  document: 'jsonb',
  proposed_at: 'timestamptz',
  decided_at: 'timestamptz',
} as const;
const DUTY_COLUMNS = { mandate_id: 'text', place: 'int', number: 'text', text: 'text', key: 'text', kind: 'text', office_id: 'text', levels: 'text[]' } as const;
const ITEM_COLUMNS = { mandate_id: 'text', place: 'int', item_code: 'text' } as const;

const FOREVER = '9999-12-31';

/** Puts new mandates on record with their duties; three statements, however many. */
export async function writeMandates(tx: OrganisationTx, mandates: readonly MandateRecord[], now: Date): Promise<void> {
  const at = now.toISOString();
  await insertRows(tx, 'organisation.mandate', MANDATE_COLUMNS, mandates.map(({ changes, offices, staffing, posts, ...record }) => ({
    id: record.id,
    agency_code: record.agencyCode,
    version: record.version,
    state: record.state,
    origin: record.origin,
    title: record.title,
    document_number: record.documentNumber,
    issued_on: record.issuedOn,
    effective_on: record.effectiveOn,
    effective_to: record.effectiveTo ?? FOREVER,
    document: { changes, offices, staffing, posts },
    proposed_at: at,
    decided_at: record.state === 'PROPOSED' ? null : at,
  })));
  const duties = mandates.flatMap(({ id, duties }) => duties.map((duty, place) => ({ mandate_id: id, place, duty })));
  await insertRows(tx, 'organisation.mandate_duty', DUTY_COLUMNS, duties.map(({ duty: { number, text, kind, officeId, levels }, ...place }) => ({ ...place, number, text, key: dutyKey(text), kind, office_id: officeId, levels })));
  await insertRows(tx, 'organisation.duty_item', ITEM_COLUMNS, duties.flatMap(({ duty: { itemCodes }, ...key }) => itemCodes.map((code) => ({ ...key, item_code: code }))));
}

/** Changes a mandate's state; the rest of what it says stays. */
export async function setMandateState(tx: OrganisationTx, { id, state, effectiveTo, reason }: MandateRecord, now: Date): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE organisation.mandate SET state = $2, effective_to = $3::date, reason = $4,
       decided_at = CASE state WHEN $2 THEN decided_at ELSE $5::timestamptz END WHERE id = $1`,
    id,
    state,
    effectiveTo ?? FOREVER,
    reason,
    now.toISOString(),
  );
}

/** `MandateProposed` and its like: the whole mandate as it is now, and the state it was in. */
export const mandateEvent = (action: string, verb: string, agencyName: string, before: MandateRecord | null, after: MandateRecord): JournalDraft => ({
  action,
  subject: { kind: 'Mandate', id: after.id },
  summary: `${verb}：${agencyName}三定第${after.version}版，自${after.effectiveOn}起`,
  before: before === null ? null : { state: before.state, effectiveTo: before.effectiveTo },
  after: after as unknown as Json,
});
