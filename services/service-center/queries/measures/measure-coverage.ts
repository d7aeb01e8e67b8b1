import type { Database } from '../../../shared/database';
import { NEED_MEASURES } from '../../rules/measures/measure-terms';
import { ON_THE_LIST } from '../../rules/on-the-list';
import { regionPrefix } from '../cases/list-cases';

/** How far one agency has come. */
export interface MeasureCoverageRow {
  agencyCode: string;
  agencyName: string | null;
  itemsNeeding: number;
  itemsWith: number;
  checksPlanned: number;
  checksDone: number;
  checksOverdue: number;
}

/**
 * Items on the list that need measures (P16), those that have them, and the checks under them, by agency, of a region with
 * everything below it or of one of its agencies. One statement that reads each table once.
 */
export const measureCoverage = (database: Database, { regionCode, agencyCode }: { regionCode: string; agencyCode: string | null }, today: string): Promise<MeasureCoverageRow[]> =>
  database.rows<MeasureCoverageRow>(
    {
      name: 'measure-coverage',
      text: `
        WITH items AS (
          SELECT DISTINCT ON (code) code, category, status, agency_code FROM service_center.listed_item
          WHERE region_code LIKE $1 || '%' AND valid_from <= $2::date ORDER BY code, valid_from DESC),
        covered AS (SELECT DISTINCT item_code FROM service_center.supervision_measure WHERE valid_from <= $2::date AND valid_to > $2::date),
        needing AS (
          SELECT i.agency_code, count(*)::int AS needing, count(m.item_code)::int AS covered
          FROM items i LEFT JOIN covered m ON m.item_code = i.code
          WHERE i.status = ANY($3::text[]) AND i.category = ANY($4::text[]) GROUP BY i.agency_code),
        checks AS (
          SELECT agency_code, count(*)::int AS planned, count(checked_on)::int AS done,
            (count(*) FILTER (WHERE checked_on IS NULL AND planned_on < $2::date))::int AS overdue
          FROM service_center.measure_check WHERE region_code LIKE $1 || '%' GROUP BY agency_code)
        SELECT agency_code AS "agencyCode", a.name AS "agencyName", COALESCE(n.needing, 0) AS "itemsNeeding", COALESCE(n.covered, 0) AS "itemsWith",
          COALESCE(c.planned, 0) AS "checksPlanned", COALESCE(c.done, 0) AS "checksDone", COALESCE(c.overdue, 0) AS "checksOverdue"
        FROM needing n FULL JOIN checks c USING (agency_code) LEFT JOIN service_center.agency a ON a.code = agency_code
        WHERE $5::text IS NULL OR agency_code = $5 ORDER BY agency_code`,
    },
    [regionPrefix(regionCode), today, [...ON_THE_LIST], NEED_MEASURES, agencyCode],
  );
