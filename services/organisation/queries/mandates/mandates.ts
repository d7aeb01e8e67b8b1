import { inKeyOrder } from '../../../shared/batch';
import type { Reader } from '../reader';
import type { MandateParts, MandateRecord } from '../../rules/mandates/mandate-document';
import { groupInKeyOrder } from '../group-in-key-order';

export type MandateRow = Omit<MandateRecord, keyof MandateParts> & { document: MandateParts };

/** A mandate with its duties as one row; the table is aliased `m`. */
export const MANDATE_COLUMNS = `m.id, m.agency_code AS "agencyCode", m.version, m.state, m.origin, m.title, m.document_number AS "documentNumber",
  m.issued_on::text AS "issuedOn", m.effective_on::text AS "effectiveOn", nullif(m.effective_to, '9999-12-31')::text AS "effectiveTo",
  m.reason, m.document,
  (SELECT coalesce(json_agg(json_build_object('number', d.number, 'text', d.text, 'kind', d.kind, 'officeId', d.office_id, 'levels', d.levels,
     'itemCodes', (SELECT coalesce(json_agg(i.item_code ORDER BY i.item_code COLLATE "C"), '[]') FROM organisation.duty_item i
                   WHERE i.mandate_id = d.mandate_id AND i.place = d.place)) ORDER BY d.place), '[]')
   FROM organisation.mandate_duty d WHERE d.mandate_id = m.id) AS duties`;

export const toMandate = ({ document, ...row }: MandateRow): MandateRecord => ({ ...row, ...document });

/** One mandate; null when there is none of this id. One statement. */
export async function findMandate(reader: Reader, id: string): Promise<MandateRecord | null> {
  const [row] = await reader.rows<MandateRow>({ name: 'mandate-by-id', text: `SELECT ${MANDATE_COLUMNS} FROM organisation.mandate m WHERE m.id = $1` }, [id]);
  return row ? toMandate(row) : null;
}

/** Approved mandates by id; one statement. What is not approved is not public. */
export async function approvedMandatesById(reader: Reader, ids: readonly string[]): Promise<(MandateRecord | null)[]> {
  const rows = await reader.rows<MandateRow>(
    { name: 'approved-mandates-by-id', text: `SELECT ${MANDATE_COLUMNS} FROM organisation.mandate m WHERE m.id = ANY($1::text[]) AND m.state = 'APPROVED'` },
    [ids],
  );
  return inKeyOrder(ids, rows.map(toMandate), ({ id }) => id);
}

/** The agencies' mandates in force on a day; one statement, however many. Public. */
export async function mandatesInForce(reader: Reader, keys: readonly { agencyCode: string; day: string }[]): Promise<(MandateRecord | null)[]> {
  const rows = await reader.rows<MandateRow & { place: number }>(
    {
      name: 'mandates-in-force',
      text: `SELECT k.place::int, ${MANDATE_COLUMNS} FROM jsonb_to_recordset($1::jsonb) AS k(place int, "agencyCode" text, day date)
             JOIN organisation.mandate m ON m.agency_code = k."agencyCode" AND m.state = 'APPROVED' AND m.effective_on <= k.day AND m.effective_to > k.day`,
    },
    [JSON.stringify(keys.map((key, place) => ({ ...key, place })))],
  );
  const found = keys.map((): MandateRecord | null => null);
  for (const { place, ...row } of rows) found[place] = toMandate(row);
  return found;
}

/** All approved mandates of the agencies, newest first; one statement. Public. */
export async function approvedMandates(reader: Reader, agencyCodes: readonly string[]): Promise<MandateRecord[][]> {
  const rows = await reader.rows<MandateRow>(
    {
      name: 'approved-mandates',
      text: `SELECT ${MANDATE_COLUMNS} FROM organisation.mandate m WHERE m.agency_code = ANY($1::text[]) AND m.state = 'APPROVED' ORDER BY m.effective_on DESC`,
    },
    [agencyCodes],
  );
  return groupInKeyOrder(agencyCodes, rows.map(toMandate), ({ agencyCode }) => agencyCode);
}

/** Mandates that await or were refused approval, newest first: those of an agency, or of a region's agencies. One statement. */
export async function proposedMandates(reader: Reader, { regionCode, agencyCode }: { regionCode: string; agencyCode: string | null }): Promise<MandateRecord[]> {
  const rows = await reader.rows<MandateRow>(
    {
      name: 'proposed-mandates',
      text: `SELECT ${MANDATE_COLUMNS} FROM organisation.mandate m JOIN organisation.agency a ON a.code = m.agency_code
             WHERE a.region_code = $1 AND ($2::text IS NULL OR m.agency_code = $2) AND m.state <> 'APPROVED' ORDER BY m.proposed_at DESC, m.id COLLATE "C"`,
    },
    [regionCode, agencyCode],
  );
  return rows.map(toMandate);
}
