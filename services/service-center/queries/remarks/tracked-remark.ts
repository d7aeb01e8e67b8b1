import type { Database } from '../../../shared/database';
import { isRemarkId } from '../../rules/remarks/remark-id';
import { isQueryCode } from '../cases/query-code';
import { TRACKED_COLUMNS, type RemarkRow } from './remark-row';

/**
 * The remark of a receipt, to whoever has both its number and its code; null for a wrong one of either, after the same
 * work. Guessing is the gateway's to limit.
 */
export async function trackedRemark(database: Database, id: string, queryCode: string): Promise<RemarkRow | null> {
  if (!isRemarkId(id)) return null;
  const text = `SELECT ${TRACKED_COLUMNS}, r.query_code_hash AS hash FROM service_center.remark r WHERE r.id = $1`;
  const [row] = await database.rows<RemarkRow & { hash: string }>({ name: 'tracked-remark', text }, [id]);
  if (!isQueryCode(id, queryCode, row?.hash ?? null)) return null;
  const { hash: _hash, ...remark } = row!;
  return remark;
}
