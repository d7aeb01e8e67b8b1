import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import type { OfficeRecord } from '../rules/records';
import { groupInKeyOrder } from './group-in-key-order';
import { OFFICE } from './record-columns';

/** One statement for any number of ids. */
export async function officesById(database: Database, ids: readonly string[]): Promise<(OfficeRecord | null)[]> {
  const rows = await database.rows<OfficeRecord>(
    { name: 'offices-by-id', text: `SELECT ${OFFICE.columns} FROM ${OFFICE.table} WHERE o.id = ANY($1::text[])` },
    [ids],
  );
  return inKeyOrder(ids, rows, (office) => office.id);
}

/** Each agency's internal offices, closed ones included; one statement for any number of agencies. */
export async function officesOfAgencies(database: Database, codes: readonly string[]): Promise<OfficeRecord[][]> {
  const rows = await database.rows<OfficeRecord>(
    {
      name: 'offices-of-agencies',
      text: `SELECT ${OFFICE.columns} FROM ${OFFICE.table} WHERE o.agency_code = ANY($1::text[])
             ORDER BY o.agency_code COLLATE "C", length(o.id), o.id COLLATE "C"`,
    },
    [codes],
  );
  return groupInKeyOrder(codes, rows, (office) => office.agencyCode);
}
