import type { Database } from '../../shared/database';
import { ON_THE_LIST } from '../rules/on-the-list';
import {
  EXERCISE_LEVELS,
  ITEM_STATUSES,
  POWER_CATEGORIES,
  type ExerciseLevel,
  type ItemStatus,
  type PowerCategory,
} from '../rules/vocabulary';

/** What a list can be counted by. */
export type ListDimension = 'CATEGORY' | 'AGENCY' | 'LEVEL' | 'STATUS';

/** How many items share these; a dimension not asked for is null. */
export interface SummaryRow {
  category: PowerCategory | null;
  agencyCode: string | null;
  level: ExerciseLevel | null;
  status: ItemStatus | null;
  count: number;
}

/** A region's list in figures, on a day. */
export interface ListSummary {
  asOf: string;
  /** Items on the list that day. */
  total: number;
  rows: SummaryRow[];
}

/** A dimension's column, in the order of its vocabulary. */
interface Column {
  name: string;
  order: string;
}

const listed = (values: object): string => `ARRAY['${Object.keys(values).join(`','`)}']`;

const COLUMNS: Record<ListDimension, Column> = {
  CATEGORY: { name: 'category', order: `array_position(${listed(POWER_CATEGORIES)}, category)` },
  AGENCY: { name: '"agencyCode"', order: '"agencyCode"' },
  LEVEL: { name: 'level', order: `array_position(${listed(EXERCISE_LEVELS)}, level)` },
  STATUS: { name: 'status', order: `array_position(${listed(ITEM_STATUSES)}, status)` },
};
const DIMENSIONS = Object.keys(COLUMNS) as ListDimension[];

/** The statement for a set of dimensions: named by the set, so that each of the sixteen is planned once. */
function statementFor(dimensions: readonly ListDimension[]): { name: string; text: string } {
  const columns = dimensions.map((dimension) => COLUMNS[dimension]);
  const select = DIMENSIONS.map((dimension) => {
    const { name } = COLUMNS[dimension];
    return dimensions.includes(dimension) ? name : `NULL::text AS ${name}`;
  });
  const levels = dimensions.includes('LEVEL') ? 'LEFT JOIN LATERAL unnest(listed.levels) AS at(level) ON true' : '';
  return {
    name: `list-summary-${dimensions.map((dimension) => dimension[0]).join('')}`,
    text: `WITH listed AS MATERIALIZED (
             SELECT category, agency_code AS "agencyCode", status, levels FROM catalog.item_version
             WHERE region_code = $1 AND valid_from <= $2::date AND valid_to > $2::date AND status = ANY($3::text[]))
           SELECT ${select.join(', ')}, count(*)::int AS count, (SELECT count(*)::int FROM listed) AS total
           FROM listed ${levels}
           ${columns.length === 0 ? '' : `GROUP BY ${columns.map(({ name }) => name).join(', ')} ORDER BY ${columns.map(({ order }) => order).join(', ')}`}`,
  };
}

/**
 * Counts what is on a region's list on a day (P5), by any of the dimensions. An item exercised at several levels counts
 * at each of them, and once in the total. One statement.
 */
export async function listSummary(
  database: Database,
  regionCode: string,
  asOf: string,
  groupBy: readonly ListDimension[],
): Promise<ListSummary> {
  const dimensions = DIMENSIONS.filter((dimension) => groupBy.includes(dimension));
  const rows = await database.rows<SummaryRow & { total: number }>(statementFor(dimensions), [regionCode, asOf, ON_THE_LIST]);
  return { asOf, total: rows[0]?.total ?? 0, rows };
}
