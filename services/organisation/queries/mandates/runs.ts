import type { Database } from '../../../shared/database';
import type { RunRecord } from '../../rules/mandates/cross-check-run';

/** The last runs of a region, newest first; one statement. */
export const lastRuns = (database: Database, regionCode: string, count: number): Promise<RunRecord[]> =>
  database.rows(
    {
      name: 'cross-check-runs',
      text: `SELECT r.region_code AS "regionCode", r.number, to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, r.day::text AS day,
               r.items, r.mandates, r.totals, r.fresh, r.gone, r.still
             FROM organisation.cross_check_run r WHERE r.region_code = $1 ORDER BY r.number DESC LIMIT $2`,
    },
    [regionCode, count],
  );
