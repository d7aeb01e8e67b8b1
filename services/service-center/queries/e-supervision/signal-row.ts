import type { Day } from '../../rules/clock/day-number';
import type { SignalState } from '../../rules/e-supervision/signal-states';
import type { Severity, SignalKind } from '../../rules/e-supervision/signal';

/** A signal as it is kept. */
export interface SignalRow {
  /** Gap-free, from 1: a cursor. */
  sequence: number;
  caseNumber: string;
  kind: SignalKind;
  cause: string;
  severity: Severity;
  rule: string;
  regionCode: string;
  agencyCode: string;
  itemCode: string;
  eventId: string | null;
  numbers: Record<string, string | number>;
  occurredOn: Day;
  raisedAt: string;
  state: SignalState;
  notifiedAt: string | null;
  answeredAt: string | null;
  answer: string | null;
  concludedAt: string | null;
  /** UPHELD or REVOKED, also once it is closed. */
  verdict: 'UPHELD' | 'REVOKED' | null;
  conclusion: string | null;
  closedAt: string | null;
}

const utc = (column: string): string => `to_char(s.${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const SIGNAL_COLUMNS = `s.sequence::int AS sequence, s.case_number AS "caseNumber", s.kind, s.cause, s.severity, s.rule,
  s.region_code AS "regionCode", s.agency_code AS "agencyCode", s.item_code AS "itemCode", s.event_id AS "eventId", s.numbers,
  s.occurred_on::text AS "occurredOn", ${utc('raised_at')} AS "raisedAt", s.state, ${utc('notified_at')} AS "notifiedAt",
  ${utc('answered_at')} AS "answeredAt", s.answer, ${utc('concluded_at')} AS "concludedAt", s.verdict, s.conclusion, ${utc('closed_at')} AS "closedAt"`;

/** What a signal is called outside: its agency's code shows who may touch it, its sequence which it is. */
export const signalId = ({ agencyCode, sequence }: Pick<SignalRow, 'agencyCode' | 'sequence'>): string => `${agencyCode}-S${sequence}`;

/** The sequence of a signal's id; null: not an id. */
export const sequenceOf = (id: string): number | null => {
  const digits = /^[0-9A-Za-z]{9}-S([1-9][0-9]{0,14})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
};
