import type { Database } from '../../../shared/database';
import type { Severity, SignalKind } from '../../rules/e-supervision/signal';
import type { SignalState } from '../../rules/e-supervision/signal-states';
import { regionPrefix, type CasesOf } from '../cases/list-cases';
import { SIGNAL_COLUMNS, type SignalRow } from './signal-row';

/** Which signals; absent or null parts do not narrow. */
export interface SignalFilter {
  kind?: readonly SignalKind[] | null;
  severity?: Severity | null;
  state?: readonly SignalState[] | null;
  caseNumber?: string | null;
}

interface Conditions {
  where: string;
  values: unknown[];
  name: string;
}

function conditionsOf({ regionCode, agencyCode }: CasesOf, filter: SignalFilter): Conditions {
  const values: unknown[] = [];
  const parts: string[] = [];
  let name = '';
  const add = (mark: string, value: unknown, sql: (place: string) => string): void => {
    parts.push(sql(`$${values.push(value)}`));
    name += mark;
  };
  if (agencyCode !== null) add('a', agencyCode, (agency) => `s.agency_code = ${agency}`);
  else add('r', regionPrefix(regionCode), (prefix) => `s.region_code LIKE ${prefix} || '%'`);
  if (filter.kind?.length) add('k', filter.kind, (kinds) => `s.kind = ANY(${kinds}::text[])`);
  if (filter.severity) add('v', filter.severity, (severity) => `s.severity = ${severity}`);
  if (filter.state?.length) add('s', filter.state, (states) => `s.state = ANY(${states}::text[])`);
  if (filter.caseNumber) add('c', filter.caseNumber, (number) => `s.case_number = ${number}`);
  return { where: parts.join(' AND '), values, name };
}

/**
 * Signals after a sequence, in its order, at most `limit`: what a page of the list is, and what a feed that lost its
 * connection replays. A signal has its sequence for good, and none is missing between two. One statement.
 */
export function signalsAfter(database: Database, of: CasesOf, filter: SignalFilter, after: number, limit: number): Promise<SignalRow[]> {
  const { where, values, name } = conditionsOf(of, filter);
  return database.rows<SignalRow & Record<string, unknown>>(
    {
      name: `signals-after-${name}`,
      text: `SELECT ${SIGNAL_COLUMNS} FROM service_center.supervision_signal s
             WHERE ${where} AND s.sequence > $${values.length + 1} ORDER BY s.sequence LIMIT $${values.length + 2}`,
    },
    [...values, after, limit],
  );
}

/** How many signals there are under a filter. */
export async function countSignals(database: Database, of: CasesOf, filter: SignalFilter): Promise<number> {
  const { where, values, name } = conditionsOf(of, filter);
  const [row] = await database.rows<{ count: number }>(
    { name: `signals-count-${name}`, text: `SELECT count(*)::int AS count FROM service_center.supervision_signal s WHERE ${where}` },
    values,
  );
  return row?.count ?? 0;
}

/** One signal by its sequence. */
export async function findSignal(database: Database, sequence: number): Promise<SignalRow | null> {
  const [row] = await database.rows<SignalRow & Record<string, unknown>>(
    { name: 'signal', text: `SELECT ${SIGNAL_COLUMNS} FROM service_center.supervision_signal s WHERE s.sequence = $1` },
    [sequence],
  );
  return row ?? null;
}
