import type { Database } from '../../../shared/database';
import { regionPrefix } from '../cases/list-cases';

/** What to group by (统计口径). */
export const REMARK_DIMENSIONS = { AGENCY: '答复机构', ITEM: '事项' } as const;
export type RemarkDimension = keyof typeof REMARK_DIMENSIONS;

/** One group; its agency and item are null where it is not grouped by them. */
export interface RemarkCountRow {
  agencyCode: string | null;
  agencyName: string | null;
  itemCode: string | null;
  received: number;
  remarks: number;
  complaints: number;
  praise: number;
  answered: number;
  onTime: number;
  overdue: number;
  published: number;
}

const GROUPS: Readonly<Record<RemarkDimension, string>> = { AGENCY: 'r.agency_code', ITEM: 'r.item_code' };
const ANSWERED_ON = `(r.answered_at AT TIME ZONE 'Asia/Shanghai')::date`;

/** Remarks of a region with everything below it, or of one of its agencies, counted in one pass. `today`: what fell due before is overdue. */
export async function remarkCounts(
  database: Database,
  { regionCode, agencyCode }: { regionCode: string; agencyCode: string | null },
  groupBy: readonly RemarkDimension[],
  today: string,
): Promise<RemarkCountRow[]> {
  const dimensions = (Object.keys(GROUPS) as RemarkDimension[]).filter((dimension) => groupBy.includes(dimension));
  const column = (dimension: RemarkDimension): string => (dimensions.includes(dimension) ? GROUPS[dimension] : 'NULL::text');
  const groups = dimensions.map((dimension) => GROUPS[dimension]);
  return database.rows<RemarkCountRow>(
    {
      name: `remark-counts-${agencyCode === null ? 'region' : 'agency'}-${dimensions.join('-')}`,
      text: `
        SELECT g.agency_code AS "agencyCode", a.name AS "agencyName", g.item_code AS "itemCode", g.received, g.remarks, g.complaints, g.praise,
          g.answered, g."onTime", g.overdue, g.published
        FROM (
          SELECT ${column('AGENCY')} AS agency_code, ${column('ITEM')} AS item_code, count(*)::int AS received,
            count(*) FILTER (WHERE r.kind = 'REMARK')::int AS remarks,
            count(*) FILTER (WHERE r.kind = 'COMPLAINT')::int AS complaints,
            count(*) FILTER (WHERE r.kind = 'PRAISE')::int AS praise,
            count(r.answered_at)::int AS answered,
            count(*) FILTER (WHERE ${ANSWERED_ON} <= r.due_on)::int AS "onTime",
            count(*) FILTER (WHERE COALESCE(${ANSWERED_ON}, $2::date) > r.due_on)::int AS overdue,
            count(*) FILTER (WHERE r.state = 'PUBLISHED')::int AS published
          FROM service_center.remark r
          WHERE ${agencyCode === null ? `r.region_code LIKE $1 || '%'` : 'r.agency_code = $1'}
          ${groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : ''}
        ) g LEFT JOIN service_center.agency a ON a.code = g.agency_code
        ORDER BY g.agency_code, g.item_code`,
    },
    [agencyCode ?? regionPrefix(regionCode), today],
  );
}
