import type { Database } from '../../../shared/database';
import type { AgencyDrafts, AgencyOpinions } from '../../rules/review-cycle/progress';
import { CYCLE_COLUMNS, type CycleRow } from './cycles';
import { IS_UNANSWERED } from './opinions';

/** A cycle with what is counted of it, by department. */
export interface CountedCycle extends CycleRow {
  drafts: AgencyDrafts[];
  opinions: AgencyOpinions[];
}

/** A region's cycles, the newest first, with their items and opinions counted; of one department alone where one is named. One statement. */
export const countedCycles = (database: Database, regionCode: string, agencyCode: string | null): Promise<CountedCycle[]> =>
  database.rows<CountedCycle>(
    {
      name: 'counted-cycles',
      text: `SELECT ${CYCLE_COLUMNS},
               COALESCE((SELECT json_agg(d) FROM (
                 SELECT agency_code AS "agencyCode", status, count(*)::int AS count FROM catalog.draft_item
                 WHERE cycle_id = c.id AND ($2::text IS NULL OR agency_code = $2) GROUP BY 1, 2) d), '[]') AS drafts,
               COALESCE((SELECT json_agg(g) FROM (
                 SELECT o.agency_code AS "agencyCode", count(*)::int AS given, count(*) FILTER (WHERE ${IS_UNANSWERED})::int AS unanswered
                 FROM catalog.opinion o WHERE o.cycle_id = c.id AND ($2::text IS NULL OR o.agency_code = $2) GROUP BY 1) g), '[]') AS opinions
             FROM catalog.review_cycle c WHERE region_code = $1 ORDER BY opened_on DESC, id DESC LIMIT 100`,
    },
    [regionCode, agencyCode],
  );
