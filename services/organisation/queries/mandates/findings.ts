import type { Finding } from '../../rules/mandates/finding';
import type { FindingState } from '../../rules/mandates/vocabulary';
import type { Reader } from '../reader';

/** What became of a finding once it was put on record. Days and instants are ISO 8601 text. */
export interface FindingRecord {
  /** As it was found; its id is the record's. */
  finding: Finding;
  state: FindingState;
  raisedAt: string;
  raisedOn: string;
  deadline: string;
  reply: string | null;
  repliedAt: string | null;
  closure: string | null;
  closedAt: string | null;
}

const instant = (column: string): string => `to_char(f.${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const COLUMNS = `f.finding, f.state, ${instant('raised_at')} AS "raisedAt", f.raised_on::text AS "raisedOn", f.deadline::text AS deadline,
  f.reply, ${instant('replied_at')} AS "repliedAt", f.closure, ${instant('closed_at')} AS "closedAt"`;

export async function findFinding(reader: Reader, id: string): Promise<FindingRecord | null> {
  const [row] = await reader.rows<FindingRecord>({ name: 'finding-by-id', text: `SELECT ${COLUMNS} FROM organisation.mandate_finding f WHERE f.id = $1` }, [id]);
  return row ?? null;
}

/** All that is on record of a region's findings, closed ones included. One statement. */
export const findingsOnRecord = (reader: Reader, regionCode: string): Promise<FindingRecord[]> =>
  reader.rows({ name: 'findings-of-region', text: `SELECT ${COLUMNS} FROM organisation.mandate_finding f WHERE f.region_code = $1` }, [regionCode]);

/** Unresolved findings of a region, or of one agency, that were raised before a day. One statement. */
export const unresolvedFindings = (reader: Reader, { regionCode, agencyCode, before }: { regionCode: string; agencyCode: string | null; before: string }): Promise<FindingRecord[]> =>
  reader.rows(
    {
      name: 'unresolved-findings',
      text: `SELECT ${COLUMNS} FROM organisation.mandate_finding f
             WHERE f.region_code = $1 AND f.state <> 'CLOSED' AND f.raised_on < $2::date AND ($3::text IS NULL OR f.agency_code = $3)
             ORDER BY f.raised_on, f.id COLLATE "C"`,
    },
    [regionCode, before, agencyCode],
  );
