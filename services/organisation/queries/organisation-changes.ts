import type { Database } from '../../shared/database';
import type { PageRequest } from '../../shared/graphql/connection';
import type { ChangeRecord } from '../rules/reorganisation/change-record';

/** A change with its steps, as rules/reorganisation/change-record.ts shapes it. */
const CHANGE = `c.id, c.region_code AS "regionCode", c.number, c.subject, c.kind, c.effective_on::text AS "effectiveOn",
  json_build_object('title', c.document_title, 'number', c.document_number, 'date', c.document_date) AS document,
  (SELECT json_agg(json_build_object(
     'predecessor', CASE WHEN s.predecessor IS NOT NULL THEN json_build_object('id', s.predecessor, 'name', s.predecessor_name) END,
     'successor', CASE WHEN s.successor IS NOT NULL THEN json_build_object('id', s.successor, 'name', s.successor_name) END,
     'founded', s.founded) ORDER BY s.place)
   FROM organisation.succession s WHERE s.change_id = c.id) AS steps`;

/** The changes that name each body, before or after, in the order of time; one statement for any number of bodies. */
export async function changesOfBodies(database: Database, ids: readonly string[]): Promise<ChangeRecord[][]> {
  const rows = await database.rows<ChangeRecord & { bodyId: string }>(
    {
      name: 'changes-of-bodies',
      text: `SELECT named.id AS "bodyId", ${CHANGE}
             FROM (SELECT s.predecessor AS id, s.change_id FROM organisation.succession s WHERE s.predecessor = ANY($1::text[])
                   UNION SELECT s.successor, s.change_id FROM organisation.succession s WHERE s.successor = ANY($1::text[])) named
             JOIN organisation.organisation_change c ON c.id = named.change_id
             ORDER BY c.effective_on, c.number`,
    },
    [ids],
  );
  const found = new Map(ids.map((id): [string, ChangeRecord[]] => [id, []]));
  for (const { bodyId, ...change } of rows) found.get(bodyId)?.push(change);
  return ids.map((id) => found.get(id)!);
}

/** Changes of a region's bodies and their offices that take effect within days; nulls do not bound. */
export interface ChangesOfRegion {
  regionCode: string;
  /** First and last day. */
  from: string | null;
  to: string | null;
}

const FILTER = `c.region_code = $1 AND ($2::date IS NULL OR c.effective_on >= $2) AND ($3::date IS NULL OR c.effective_on <= $3)`;

/** Where a change stands in its list: by day, then by number; changes of one day keep the order of their recording. */
export const changeKey = ({ effectiveOn, number }: Pick<ChangeRecord, 'effectiveOn' | 'number'>): string => `${effectiveOn} ${number}`;

/** One page in the order of time, with one row more when there is a next page. */
export async function listChangesOfRegion(
  database: Database,
  { regionCode, from, to }: ChangesOfRegion,
  { first, after }: PageRequest,
): Promise<ChangeRecord[]> {
  const [day = null, number = null] = after === null ? [] : after.split(' ');
  return database.rows<ChangeRecord>(
    {
      name: 'list-changes-of-region',
      text: `SELECT ${CHANGE} FROM organisation.organisation_change c
             WHERE ${FILTER} AND ($4::date IS NULL OR (c.effective_on, c.number) > ($4::date, $5::int))
             ORDER BY c.effective_on, c.number LIMIT $6`,
    },
    [regionCode, from, to, day, number, first + 1],
  );
}

export async function countChangesOfRegion(database: Database, { regionCode, from, to }: ChangesOfRegion): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    { name: 'count-changes-of-region', text: `SELECT count(*)::int AS count FROM organisation.organisation_change c WHERE ${FILTER}` },
    [regionCode, from, to],
  );
  return row?.count ?? 0;
}
