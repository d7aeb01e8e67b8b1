import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import type { OfficerRecord } from '../rules/records';
import { groupInKeyOrder } from './group-in-key-order';
import { OFFICER } from './record-columns';

/** One statement for any number of ids. */
export async function officersById(database: Database, ids: readonly string[]): Promise<(OfficerRecord | null)[]> {
  const rows = await database.rows<OfficerRecord>(
    { name: 'officers-by-id', text: `SELECT ${OFFICER.columns} FROM ${OFFICER.table} WHERE p.id = ANY($1::text[])` },
    [ids],
  );
  return inKeyOrder(ids, rows, (officer) => officer.id);
}

/** Each agency's officers; one statement for any number of agencies. */
export async function officersOfAgencies(database: Database, codes: readonly string[]): Promise<OfficerRecord[][]> {
  const rows = await database.rows<OfficerRecord>(
    {
      name: 'officers-of-agencies',
      text: `SELECT ${OFFICER.columns} FROM ${OFFICER.table} WHERE p.agency_code = ANY($1::text[])
             ORDER BY p.agency_code COLLATE "C", length(p.id), p.id COLLATE "C"`,
    },
    [codes],
  );
  return groupInKeyOrder(codes, rows, (officer) => officer.agencyCode);
}
