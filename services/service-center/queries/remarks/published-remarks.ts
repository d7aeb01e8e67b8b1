import type { Database } from '../../../shared/database';
import { Rejected } from '../../../shared/errors';
import { toPage, type Page, type PageRequest } from '../../../shared/graphql/connection';
import { PUBLISHED_COLUMNS, type RemarkRow } from './remark-row';

/** A page of what was published of one item, or answered by one agency. */
export interface PublishedOf extends PageRequest {
  code: string;
}

export const publishedOfKey = ({ code, first, after }: PublishedOf): string => `${first} ${code} ${after ?? ''}`;

const COLUMNS = { item: 'item_code', agency: 'agency_code' } as const;
type Whose = keyof typeof COLUMNS;

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9A-Z]{20})$/;

/** Where a page goes on: after an answer's time and its remark. */
function placeAfter(after: string | null): { at: string | null; id: string | null } {
  if (after === null) return { at: null, id: null };
  const [, at, id] = PLACE.exec(after) ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一页返回的 endCursor', 'after');
  return { at: new Date(at).toISOString(), id };
}

export const cursorKeyOf = ({ answeredAt, id }: RemarkRow): string => `${answeredAt} ${id}`;

/** Published remarks of items or agencies, the last answered first, one more than asked for each. One statement, however many. */
export async function publishedRemarks(database: Database, whose: Whose, pages: readonly PublishedOf[]): Promise<RemarkRow[][]> {
  const places = pages.map(({ after }) => placeAfter(after));
  const rows = await database.rows<RemarkRow & { page: number }>(
    {
      name: `published-remarks-of-${whose}`,
      text: `SELECT k.page::int AS page, r.* FROM unnest($1::text[], $2::int[], $3::timestamptz[], $4::text[]) WITH ORDINALITY AS k(code, most, at, id, page)
             CROSS JOIN LATERAL (SELECT ${PUBLISHED_COLUMNS} FROM service_center.remark r
               WHERE r.${COLUMNS[whose]} = k.code AND r.state = 'PUBLISHED' AND (k.at IS NULL OR (r.answered_at, r.id) < (k.at, k.id))
               ORDER BY r.answered_at DESC, r.id DESC LIMIT k.most) r
             ORDER BY k.page, r."answeredAt" DESC, r.id DESC`,
    },
    [pages.map(({ code }) => code), pages.map(({ first }) => first + 1), places.map(({ at }) => at), places.map(({ id }) => id)],
  );
  const found = pages.map((): RemarkRow[] => []);
  for (const { page, ...row } of rows) found[page - 1]!.push(row);
  return found;
}

/** How many are published of items or agencies, in the order asked. One statement, however many. */
export async function countPublished(database: Database, whose: Whose, codes: readonly string[]): Promise<number[]> {
  const rows = await database.rows<{ code: string; count: number }>(
    {
      name: `count-published-remarks-of-${whose}`,
      text: `SELECT ${COLUMNS[whose]} AS code, count(*)::int AS count FROM service_center.remark
             WHERE ${COLUMNS[whose]} = ANY($1::text[]) AND state = 'PUBLISHED' GROUP BY 1`,
    },
    [codes],
  );
  const counts = new Map(rows.map(({ code, count }) => [code, count]));
  return codes.map((code) => counts.get(code) ?? 0);
}

export const publishedPage = (rows: readonly RemarkRow[], request: PageRequest, total: () => Promise<number>): Page<RemarkRow> =>
  toPage(rows, request, cursorKeyOf, total);
