import type { Database } from '../../../shared/database';
import { Rejected } from '../../../shared/errors';
import { toPage, type Page, type PageRequest } from '../../../shared/graphql/connection';
import { regionPrefix } from '../cases/list-cases';
import { answeringColumns, type RemarkRow } from './remark-row';

/** Whose remarks wait: one agency's, or a region's with everything below it. */
export type WaitingOf = { agencyCode: string } | { regionCode: string };

const PLACE = /^(\d{4}-\d\d-\d\d) ([0-9A-Z]{20})$/;

function placeAfter(after: string | null): { dueOn: string | null; id: string | null } {
  if (after === null) return { dueOn: null, id: null };
  const [, dueOn, id] = PLACE.exec(after) ?? [];
  if (dueOn === undefined || id === undefined || Number.isNaN(Date.parse(dueOn))) throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一页返回的 endCursor', 'after');
  return { dueOn: new Date(dueOn).toISOString().slice(0, 10), id };
}

/**
 * Remarks that wait for an answer, the first due first; with `before` only those due before that day. One statement, one
 * more for the total. Never public: the caller is authorised before, for the contact too.
 */
export async function remarksToAnswer(database: Database, of: WaitingOf, before: string | null, withContact: boolean, request: PageRequest): Promise<Page<RemarkRow>> {
  const [whose, value] = 'agencyCode' in of ? (['agency', of.agencyCode] as const) : (['region', regionPrefix(of.regionCode)] as const);
  const where = `${whose === 'agency' ? 'r.agency_code = $1' : `r.region_code LIKE $1 || '%'`} AND r.answered_at IS NULL AND ($2::date IS NULL OR r.due_on < $2::date)`;
  const { dueOn, id } = placeAfter(request.after);
  const rows = await database.rows<RemarkRow>(
    {
      name: `remarks-to-answer-of-${whose}`,
      text: `SELECT ${answeringColumns('$3')} FROM service_center.remark r
             WHERE ${where} AND ($4::date IS NULL OR (r.due_on, r.id) > ($4::date, $5)) ORDER BY r.due_on, r.id LIMIT $6`,
    },
    [value, before, withContact, dueOn, id, request.first + 1],
  );
  const total = async (): Promise<number> => {
    const text = `SELECT count(*)::int AS count FROM service_center.remark r WHERE ${where}`;
    const [row] = await database.rows<{ count: number }>({ name: `count-remarks-to-answer-of-${whose}`, text }, [value, before]);
    return row!.count;
  };
  return toPage(rows, request, (row) => `${row.dueOn} ${row.id}`, total);
}

/** One remark of an agency; null where it has none such. Never public, as above. */
export async function findRemark(database: Database, agencyCode: string, remarkId: string, withContact: boolean): Promise<RemarkRow | null> {
  const text = `SELECT ${answeringColumns('$3')} FROM service_center.remark r WHERE r.id = $1 AND r.agency_code = $2`;
  const [row] = await database.rows<RemarkRow>({ name: 'remark-of-agency', text }, [remarkId, agencyCode, withContact]);
  return row ?? null;
}
