import type { Database } from '../../shared/database';
import { ADJUSTMENT_KINDS, type AdjustmentKind } from '../rules/adjustments/adjustment-kinds';
import { ADJUSTMENTS_WHERE, adjustmentValues, type AdjustmentFilter } from './adjustments';
import { countingBy, vocabularyOrder, type CountDimensions } from './count-dimensions';

/** What adjustments can be counted by. */
export type AdjustmentDimension = 'KIND' | 'AGENCY' | 'MONTH';

/** How many adjustments share these; a dimension not asked for is null. */
export interface AdjustmentCountRow {
  kind: AdjustmentKind | null;
  agencyCode: string | null;
  /** Of taking effect, `YYYY-MM`. */
  month: string | null;
  adjustments: number;
  items: number;
}

/** A region's adjustments in figures. */
export interface AdjustmentStatistics {
  /** Each counted once. */
  adjustments: number;
  /** Items they were about: one that was adjusted twice counts twice. */
  items: number;
  rows: AdjustmentCountRow[];
}

const DIMENSIONS: CountDimensions<AdjustmentDimension> = {
  KIND: { column: 'kind', order: vocabularyOrder(ADJUSTMENT_KINDS, 'kind') },
  AGENCY: { column: '"agencyCode"', order: '"agencyCode"' },
  MONTH: { column: 'month', order: 'month' },
};

function statementFor(groupBy: readonly AdjustmentDimension[]): { name: string; text: string } {
  const { name, select, grouped } = countingBy(DIMENSIONS, groupBy);
  return {
    name: `adjustment-statistics-${name}`,
    // An item's body is that of the day the adjustment takes effect; what a later handover brings, its first one.
    text: `WITH adjusted AS MATERIALIZED (
             SELECT a.id, a.kind, to_char(a.effective_on, 'YYYY-MM') AS month, t.code, held."agencyCode"
             FROM catalog.adjustment a LEFT JOIN catalog.adjusted_item t ON t.adjustment_id = a.id
             LEFT JOIN LATERAL (
               SELECT v.agency_code AS "agencyCode" FROM catalog.item_version v
               WHERE v.code = t.code AND v.valid_to > a.effective_on ORDER BY v.valid_from LIMIT 1) held ON true
             WHERE ${ADJUSTMENTS_WHERE})
           SELECT ${select}, count(DISTINCT id)::int AS adjustments, count(code)::int AS items,
             (SELECT count(DISTINCT id)::int FROM adjusted) AS "allAdjustments", (SELECT count(code)::int FROM adjusted) AS "allItems"
           FROM adjusted ${grouped}`,
  };
}

/**
 * Counts the adjustments that `findAdjustments` lists under the same filter, by any of the dimensions. One that is about
 * items of several bodies counts at each, and once in the whole. One statement.
 */
export async function adjustmentStatistics(
  database: Database,
  filter: AdjustmentFilter,
  groupBy: readonly AdjustmentDimension[],
): Promise<AdjustmentStatistics> {
  const counted = await database.rows<AdjustmentCountRow & { allAdjustments: number; allItems: number }>(statementFor(groupBy), adjustmentValues(filter));
  return {
    adjustments: counted[0]?.allAdjustments ?? 0,
    items: counted[0]?.allItems ?? 0,
    rows: counted.map(({ allAdjustments: _adjustments, allItems: _items, ...row }) => row),
  };
}
