import type { Database } from '../../../shared/database';
import type { CasesOf } from './list-cases';
import { regionPrefix } from './list-cases';

/** What to group by (统计口径). */
export const CASE_DIMENSIONS = { AGENCY: '办理机构', ITEM: '事项', MONTH: '月份' } as const;
export type CaseDimension = keyof typeof CASE_DIMENSIONS;

/** One group; its agency, item and month are null where it is not grouped by them. */
export interface TimelinessRow {
  agencyCode: string | null;
  agencyName: string | null;
  itemCode: string | null;
  /** `YYYY-MM`. */
  month: string | null;
  received: number;
  decided: number;
  onTime: number;
  overdue: number;
  medianDays: number | null;
  p90Days: number | null;
}

const GROUPS: Readonly<Record<CaseDimension, string>> = {
  AGENCY: 'agency_code',
  ITEM: 'item_code',
  MONTH: `to_char(day, 'YYYY-MM')`,
};

/**
 * How timely cases were between two days, both included, in China. A case counts as received in the month it was
 * received, as decided in the month it was decided, and as overdue in the month it was decided too late or, while it is
 * not, in the month it fell due. Withdrawn cases are received, never decided. Days are those its clock counted, percentiles to a tenth of one. One
 * statement, one pass over the cases: nothing is read of their events.
 */
export async function caseTimeliness(
  database: Database,
  { regionCode, agencyCode }: CasesOf,
  { from, to, today }: { from: string; to: string; today: string },
  groupBy: readonly CaseDimension[],
): Promise<TimelinessRow[]> {
  const dimensions = (Object.keys(GROUPS) as CaseDimension[]).filter((dimension) => groupBy.includes(dimension));
  const column = (dimension: CaseDimension): string => (dimensions.includes(dimension) ? GROUPS[dimension] : 'NULL::text');
  const groups = dimensions.map((dimension) => GROUPS[dimension]);
  return database.rows<TimelinessRow>(
    {
      name: `case-timeliness-${agencyCode === null ? 'region' : 'agency'}-${dimensions.join('-')}`,
      text: `
        WITH period AS (SELECT $1::date::timestamp AT TIME ZONE 'Asia/Shanghai' AS begins,
                               ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS ends)
        SELECT g.agency_code AS "agencyCode", a.name AS "agencyName", g.item_code AS "itemCode", g.month, g.received, g.decided,
          g."onTime", g.overdue, g."medianDays", g."p90Days"
        FROM (
          SELECT ${column('AGENCY')} AS agency_code, ${column('ITEM')} AS item_code, ${column('MONTH')} AS month,
            count(*) FILTER (WHERE what = 'RECEIVED')::int AS received,
            count(*) FILTER (WHERE what = 'DECIDED')::int AS decided,
            count(*) FILTER (WHERE what = 'DECIDED' AND on_time)::int AS "onTime",
            count(*) FILTER (WHERE what = 'DUE' OR (what = 'DECIDED' AND NOT on_time))::int AS overdue,
            round((percentile_cont(0.5) WITHIN GROUP (ORDER BY days_used) FILTER (WHERE what = 'DECIDED'))::numeric, 1)::float8 AS "medianDays",
            round((percentile_cont(0.9) WITHIN GROUP (ORDER BY days_used) FILTER (WHERE what = 'DECIDED'))::numeric, 1)::float8 AS "p90Days"
          FROM period, service_center.service_case c
          CROSS JOIN LATERAL (
            SELECT 'RECEIVED' AS what, (c.received_at AT TIME ZONE 'Asia/Shanghai')::date AS day WHERE c.received_at >= begins AND c.received_at < ends
            UNION ALL
            SELECT 'DECIDED', (c.decided_at AT TIME ZONE 'Asia/Shanghai')::date
              WHERE c.decided_at >= begins AND c.decided_at < ends AND c.outcome <> 'WITHDRAWN'
            UNION ALL
            SELECT 'DUE', c.due_on WHERE c.open AND NOT c.suspended AND c.due_on BETWEEN $1::date AND $2::date AND c.due_on < $4::date
          ) counted
          WHERE ${agencyCode === null ? `c.region_code LIKE $3 || '%'` : 'c.agency_code = $3'}
          ${groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : ''}
        ) g LEFT JOIN service_center.agency a ON a.code = g.agency_code
        ORDER BY g.agency_code, g.item_code, g.month`,
    },
    [from, to, agencyCode ?? regionPrefix(regionCode), today],
  );
}
