import type { Database } from '../../../shared/database';
import { toPage, type Page, type PageRequest } from '../../../shared/graphql/connection';
import type { PlacedPower } from '../../rules/identify-items';
import type { DraftStatus } from '../../rules/review-cycle/reporting';
import type { PowerCategory } from '../../rules/vocabulary';
import { OPINION_JSON, type OpinionRow } from './opinions';

/** An item as a department reports it, with what the reviewers said of it. */
export interface DraftRow {
  id: string;
  agencyCode: string;
  category: PowerCategory;
  status: DraftStatus;
  round: number;
  facts: PlacedPower;
  opinions: OpinionRow[];
}

export interface DraftFilter {
  agencyCode: string | null;
  category: PowerCategory | null;
  status: DraftStatus | null;
  /** Only items that state no basis (P11). */
  withoutBasis: boolean;
  /** What was never submitted is shown too. */
  unsubmitted: boolean;
}

const WHERE = `d.cycle_id = $1 AND ($2::text IS NULL OR d.agency_code = $2) AND ($3::text IS NULL OR d.category = $3)
  AND ($4::text IS NULL OR d.status = $4) AND (NOT $5::boolean OR (jsonb_array_length(d.facts->'citations') = 0 AND d.facts->>'basisText' IS NULL))
  AND ($6::boolean OR d.status <> 'DRAFT')`;

const valuesOf = (cycleId: string, { agencyCode, category, status, withoutBasis, unsubmitted }: DraftFilter) => [cycleId, agencyCode, category, status, withoutBasis, unsubmitted];

/** One page of a cycle's items in the order they were reported. One statement, one more for the total. */
export async function draftsOfCycle(database: Database, cycleId: string, filter: DraftFilter, request: PageRequest): Promise<Page<DraftRow>> {
  const values = valuesOf(cycleId, filter);
  const rows = await database.rows<DraftRow>(
    {
      name: 'cycle-drafts',
      text: `SELECT d.id::text AS id, d.agency_code AS "agencyCode", d.category, d.status, d.round, d.facts,
               COALESCE((SELECT json_agg(${OPINION_JSON} ORDER BY o.id) FROM catalog.opinion o WHERE o.draft_id = d.id), '[]') AS opinions
             FROM catalog.draft_item d WHERE ${WHERE} AND d.id > $7::bigint ORDER BY d.id LIMIT $8`,
    },
    [...values, request.after ?? '0', request.first + 1],
  );
  const total = async (): Promise<number> => {
    const [row] = await database.rows<{ count: string }>({ name: 'count-cycle-drafts', text: `SELECT count(*) AS count FROM catalog.draft_item d WHERE ${WHERE}` }, values);
    return Number(row!.count);
  };
  return toPage(rows, request, ({ id }) => id, total);
}

/** How many items of a cycle are in which state. One statement. */
export const countDrafts = (database: Database, cycleId: string, agencyCode: string | null): Promise<{ status: DraftStatus; count: number }[]> =>
  database.rows(
    {
      name: 'cycle-draft-counts',
      text: `SELECT status, count(*)::int AS count FROM catalog.draft_item WHERE cycle_id = $1 AND ($2::text IS NULL OR agency_code = $2) GROUP BY status ORDER BY status`,
    },
    [cycleId, agencyCode],
  );
