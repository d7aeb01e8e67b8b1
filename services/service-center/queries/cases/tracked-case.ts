import type { Database } from '../../../shared/database';
import { isQueryCode } from './query-code';
import { caseViews, type CaseView } from './case-views';

/**
 * The case of a receipt, to whoever has both its number and its code; null for a wrong one of either, after the same
 * work. Guessing is the gateway's to limit.
 */
export async function trackedCase(database: Database, number: string, queryCode: string, now: Date): Promise<CaseView | null> {
  const [row] = await database.rows<{ hash: string | null }>(
    { name: 'query-code-hash', text: 'SELECT query_code_hash AS hash FROM service_center.service_case WHERE number = $1' },
    [number],
  );
  if (!isQueryCode(number, queryCode, row?.hash ?? null)) return null;
  const [view] = await caseViews(database, [number], now);
  return view ?? null;
}
