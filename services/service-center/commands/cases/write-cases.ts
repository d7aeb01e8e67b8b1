import { insertRows } from '../../../shared/insert-rows';
import type { ServiceCenterTx } from '../../context';
import type { CaseHeader } from '../../queries/cases/case-files';
import { bodyOf, type EventOrigin, type NewFact } from '../../rules/cases/case-fact';
import type { FoldedCase } from '../../rules/cases/fold-case';

/** Columns of `service_case` that say what a case is; those that the first report may leave unsaid are filled in later. */
const HEADER = {
  number: 'text',
  item_code: 'text',
  category: 'text',
  guide_version: 'int',
  agency_code: 'text',
  region_code: 'text',
  office_id: 'text',
  handling: 'text',
  channel: 'text',
  applicant_kind: 'text',
  origin: 'text',
  query_code_hash: 'text',
} as const;
const FILLED_IN = ['office_id', 'channel', 'applicant_kind', 'query_code_hash'] as const;

/** Columns folded from its events. */
const FOLDED = {
  state: 'text',
  open: 'boolean',
  received_at: 'timestamptz',
  accepted_on: 'date',
  decided_at: 'timestamptz',
  outcome: 'text',
  delivered_at: 'timestamptz',
  due_on: 'date',
  due_provisional: 'boolean',
  promised_due_on: 'date',
  statutory_due_on: 'date',
  intake_due_on: 'date',
  days_used: 'int',
  on_time: 'boolean',
  suspended: 'boolean',
  event_count: 'int',
  last_event_at: 'timestamptz',
} as const;

const COLUMNS = { ...HEADER, ...FOLDED };
const NAMES = Object.keys(COLUMNS);
const UPSERT = `
  INSERT INTO service_center.service_case (${NAMES.join(', ')})
  SELECT ${NAMES.join(', ')} FROM json_to_recordset($1::json) AS c(${Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`).join(', ')})
  ON CONFLICT (number) DO UPDATE SET
    ${[...Object.keys(FOLDED).map((name) => `${name} = EXCLUDED.${name}`), ...FILLED_IN.map((name) => `${name} = COALESCE(service_case.${name}, EXCLUDED.${name})`)].join(', ')}`;

/** Writes cases as they were folded, new and known alike. One statement, however many. */
export async function writeCases(tx: ServiceCenterTx, cases: readonly { header: CaseHeader; folded: FoldedCase }[]): Promise<void> {
  if (cases.length > 0) await tx.$executeRawUnsafe(UPSERT, JSON.stringify(cases.map(toRow)));
}

const toRow = ({ header, folded }: { header: CaseHeader; folded: FoldedCase }): Record<keyof typeof COLUMNS, unknown> => ({
  number: header.number,
  item_code: header.itemCode,
  category: header.category,
  guide_version: header.guideVersion,
  agency_code: header.agencyCode,
  region_code: header.regionCode,
  office_id: header.officeId,
  handling: header.handling,
  channel: header.channel,
  applicant_kind: header.applicantKind,
  origin: header.origin,
  query_code_hash: header.queryCodeHash,
  state: folded.state,
  open: folded.open,
  received_at: folded.receivedAt,
  accepted_on: folded.acceptedOn,
  decided_at: folded.decidedAt,
  outcome: folded.outcome,
  delivered_at: folded.deliveredAt,
  due_on: folded.dueOn,
  due_provisional: folded.dueProvisional,
  promised_due_on: folded.promisedDueOn,
  statutory_due_on: folded.statutoryDueOn,
  intake_due_on: folded.intakeDueOn,
  days_used: folded.daysUsed,
  on_time: folded.onTime,
  suspended: folded.suspended,
  event_count: folded.eventCount,
  last_event_at: folded.lastEventAt,
});

const EVENT_COLUMNS = {
  case_number: 'text',
  event_id: 'text',
  kind: 'text',
  at: 'timestamptz',
  arrived_at: 'timestamptz',
  origin: 'text',
  office_id: 'text',
  officer_id: 'text',
  body: 'jsonb',
};

/** Writes events. One statement, however many. */
export const writeEvents = (tx: ServiceCenterTx, events: readonly { number: string; fact: NewFact }[], origin: EventOrigin, now: Date): Promise<void> =>
  insertRows(
    tx,
    'service_center.case_event',
    EVENT_COLUMNS,
    events.map(({ number, fact }) => ({
      case_number: number,
      event_id: fact.id,
      kind: fact.kind,
      at: fact.at,
      arrived_at: now.toISOString(),
      origin,
      office_id: fact.officeId,
      officer_id: fact.officerId,
      body: bodyOf(fact),
    })),
  );
