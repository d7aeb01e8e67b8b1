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
import { countingBy, vocabularyOrder, type CountDimensions } from './count-dimensions';

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

const DIMENSIONS: CountDimensions<ListDimension> = {
  CATEGORY: { column: 'category', order: vocabularyOrder(POWER_CATEGORIES, 'category') },
  AGENCY: { column: '"agencyCode"', order: '"agencyCode"' },
  LEVEL: { column: 'level', order: vocabularyOrder(EXERCISE_LEVELS, 'level') },
  STATUS: { column: 'status', order: vocabularyOrder(ITEM_STATUSES, 'status') },
};

/** The statement for a set of dimensions. */
function statementFor(groupBy: readonly ListDimension[]): { name: string; text: string } {
  const { asked, name, select, grouped } = countingBy(DIMENSIONS, groupBy);
  const levels = asked.includes('LEVEL') ? 'LEFT JOIN LATERAL unnest(listed.levels) AS at(level) ON true' : '';
  return {
    name: `list-summary-${name}`,
    text: `WITH listed AS MATERIALIZED (
             SELECT category, agency_code AS "agencyCode", status, levels FROM catalog.item_version
             WHERE region_code = $1 AND valid_from <= $2::date AND valid_to > $2::date AND status = ANY($3::text[]))
           SELECT ${select}, count(*)::int AS count, (SELECT count(*)::int FROM listed) AS total
           FROM listed ${levels} ${grouped}`,
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
  const rows = await database.rows<SummaryRow & { total: number }>(statementFor(groupBy), [regionCode, asOf, ON_THE_LIST]);
  return { asOf, total: rows[0]?.total ?? 0, rows };
}
