import type { Database } from '../../../shared/database';
import { Rejected } from '../../../shared/errors';
import { toPage, type Page, type PageRequest } from '../../../shared/graphql/connection';
import type { MeasureKind } from '../../rules/measures/measure-terms';

/** A planned check that has no result yet. */
export interface DueCheck {
  checkId: string;
  itemCode: string;
  measure: number;
  version: number;
  kind: MeasureKind;
  plannedOn: string;
  subject: string;
}

const PLACE = /^(\d{4}-\d\d-\d\d) ([0-9A-Za-z._/-]{1,64})$/;

function placeAfter(after: string | null): { day: string | null; id: string | null } {
  if (after === null) return { day: null, id: null };
  const [, day, id] = PLACE.exec(after) ?? [];
  if (day === undefined || id === undefined || Number.isNaN(Date.parse(day))) throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一页返回的 endCursor', 'after');
  return { day: new Date(day).toISOString().slice(0, 10), id };
}

const WHERE = 'c.agency_code = $1 AND c.checked_on IS NULL AND c.planned_on <= $2::date';

/** An agency's checks without a result that are planned until a day, the first planned first. One statement, one more for the total. Never public. */
export async function checksDue(database: Database, agencyCode: string, until: string, request: PageRequest): Promise<Page<DueCheck>> {
  const { day, id } = placeAfter(request.after);
  const rows = await database.rows<DueCheck>(
    {
      name: 'checks-due',
      text: `SELECT c.id AS "checkId", c.item_code AS "itemCode", c.number AS measure, c.version, m.kind, c.planned_on::text AS "plannedOn", c.subject
             FROM service_center.measure_check c
             JOIN service_center.supervision_measure m ON m.item_code = c.item_code AND m.version = c.version AND m.number = c.number
             WHERE ${WHERE} AND ($3::date IS NULL OR (c.planned_on, c.id) > ($3::date, $4)) ORDER BY c.planned_on, c.id LIMIT $5`,
    },
    [agencyCode, until, day, id, request.first + 1],
  );
  const total = async (): Promise<number> => {
    const text = `SELECT count(*)::int AS count FROM service_center.measure_check c WHERE ${WHERE}`;
    const [row] = await database.rows<{ count: number }>({ name: 'count-checks-due', text }, [agencyCode, until]);
    return row!.count;
  };
  return toPage(rows, request, ({ plannedOn, checkId }) => `${plannedOn} ${checkId}`, total);
}
