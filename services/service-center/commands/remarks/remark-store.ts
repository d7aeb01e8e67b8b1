import { randomBytes } from 'node:crypto';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { insertRows } from '../../../shared/insert-rows';
import type { ServiceCenterTx } from '../../context';
import { moveRemark, type RemarkMove, type RemarkState } from '../../rules/remarks/remark-states';
import type { EarlierRemark } from '../../rules/remarks/same-remark';
import { regionOfAgency } from '../../rules/region-of-agency';
import type { SaltedApplicant } from '../cases/applicants';

/** A remark, by the agency it must be routed to: who may not work for that agency never learns whether there is one. */
export interface RemarkOfAgency {
  agencyCode: string;
  remarkId: string;
}

export interface MovedRemark {
  remarkId: string;
}

export const targetOf = ({ agencyCode }: { agencyCode: string }) => ({ agencyCode, regionCode: regionOfAgency(agencyCode) });

/** Where an agency's remark stands; refused where there is none, or another's. */
export async function stateOf(tx: ServiceCenterTx, { agencyCode, remarkId }: RemarkOfAgency): Promise<Outcome<RemarkState>> {
  const [row] = await tx.$queryRawUnsafe<{ state: RemarkState }[]>('SELECT state FROM service_center.remark WHERE id = $1 AND agency_code = $2', remarkId, agencyCode);
  return row === undefined ? refuse('REMARK_UNKNOWN', null, '本单位没有这条意见', [{ path: 'remarkId', value: remarkId }]) : accept(row.state);
}

/** Where it stands and where a move leads it. */
export async function remarkToMove(tx: ServiceCenterTx, of: RemarkOfAgency, move: RemarkMove): Promise<Outcome<{ from: RemarkState; to: RemarkState }>> {
  const from = await stateOf(tx, of);
  if (!from.ok) return from;
  const to = moveRemark(from.value, move);
  return to.ok ? accept({ from: from.value, to: to.value }) : to;
}

/** The secret of a day's receipts and counts; made with its first remark, which removes those of earlier days. */
export async function daySalt(tx: ServiceCenterTx, day: string): Promise<string> {
  const [row] = await tx.$queryRawUnsafe<{ salt: string }[]>(
    `WITH over AS (DELETE FROM service_center.remark_day WHERE day < $1::date)
     INSERT INTO service_center.remark_day AS d (day, salt) VALUES ($1::date, $2)
     ON CONFLICT (day) DO UPDATE SET salt = d.salt RETURNING salt`,
    day,
    randomBytes(32).toString('hex'),
  );
  return row!.salt;
}

/** What the same caller has remarked that day. */
export const remarksOfCaller = (tx: ServiceCenterTx, day: string, callerHash: string): Promise<EarlierRemark[]> =>
  tx.$queryRawUnsafe<EarlierRemark[]>(
    `SELECT id, kind, item_code AS "itemCode", case_number AS "caseNumber", text, due_on::text AS "dueOn"
     FROM service_center.remark WHERE submitted_on = $1::date AND caller_hash = $2`,
    day,
    callerHash,
  );

export async function nextSerial(tx: ServiceCenterTx, regionCode: string, day: string): Promise<number> {
  const [row] = await tx.$queryRawUnsafe<{ next: number }[]>(
    'SELECT COALESCE(max(serial), 0) + 1 AS next FROM service_center.remark WHERE region_code = $1 AND submitted_on = $2::date',
    regionCode,
    day,
  );
  return row!.next;
}

/** A remark about to be written. */
export interface NewRemark {
  id: string;
  region_code: string;
  submitted_on: string;
  serial: number;
  kind: string;
  item_code: string;
  case_number: string | null;
  agency_code: string;
  text: string;
  state: RemarkState;
  submitted_at: string;
  due_on: string;
  caller_hash: string;
  query_code_hash: string;
}

const COLUMNS = {
  id: 'text', region_code: 'text', submitted_on: 'date', serial: 'int', kind: 'text', item_code: 'text', case_number: 'text', agency_code: 'text',
  text: 'text', state: 'text', submitted_at: 'timestamptz', due_on: 'date', caller_hash: 'text', query_code_hash: 'text',
} as const;

export async function writeRemark(tx: ServiceCenterTx, remark: NewRemark, contact: SaltedApplicant | null): Promise<void> {
  await insertRows(tx, 'service_center.remark', COLUMNS, [remark]);
  if (contact !== null) await tx.remarkContact.create({ data: { remarkId: remark.id, name: contact.name, contact: contact.contact, salt: contact.salt } });
}
