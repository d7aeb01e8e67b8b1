import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import type { AgencyRecord } from '../rules/records';
import { groupInKeyOrder } from './group-in-key-order';
import { AGENCY } from './record-columns';

/** Agencies with their identifiers; one statement for any number of codes. */
export async function agenciesByCode(database: Database, codes: readonly string[]): Promise<(AgencyRecord | null)[]> {
  const rows = await database.rows<AgencyRecord>(
    { name: 'agencies-by-code', text: `SELECT ${AGENCY.columns} FROM ${AGENCY.table} WHERE a.code = ANY($1::text[])` },
    [codes],
  );
  return inKeyOrder(codes, rows, (agency) => agency.code);
}

/** The institutions each agency entrusts with its powers (P4); one statement for any number of agencies. */
export async function institutionsEntrustedBy(database: Database, codes: readonly string[]): Promise<AgencyRecord[][]> {
  const rows = await database.rows<AgencyRecord>(
    {
      name: 'institutions-entrusted-by',
      text: `SELECT ${AGENCY.columns} FROM ${AGENCY.table} WHERE a.entrusted_by = ANY($1::text[]) ORDER BY a.code COLLATE "C"`,
    },
    [codes],
  );
  return groupInKeyOrder(codes, rows, (agency) => agency.entrustedBy);
}
