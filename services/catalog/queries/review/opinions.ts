import type { Database } from '../../../shared/database';
import { toPage, type Page, type PageRequest } from '../../../shared/graphql/connection';
import type { Verdict } from '../../rules/review-cycle/opinions';
import type { ReviewBody } from '../../rules/review-cycle/review-bodies';

/** A reviewer's opinion and the department's answer. */
export interface OpinionRow {
  id: string;
  agencyCode: string;
  draftId: string | null;
  review: number;
  reviewer: ReviewBody;
  verdict: Verdict;
  text: string;
  givenAt: string;
  answer: string | null;
  accepted: boolean | null;
  answeredAt: string | null;
}

/** Instants as GraphQL writes them: UTC with milliseconds. */
const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The fields of an `OpinionRow`, over `catalog.opinion o`, as one JSON object. */
export const OPINION_JSON = `json_build_object('id', o.id::text, 'agencyCode', o.agency_code, 'draftId', o.draft_id::text, 'review', o.round,
  'reviewer', o.reviewer_role, 'verdict', o.verdict, 'text', o.text, 'givenAt', ${instant('o.given_at')}, 'answer', o.answer,
  'accepted', o.answer_accepted, 'answeredAt', ${instant('o.answered_at')})`;

export interface OpinionFilter {
  agencyCode: string | null;
  /** Only those the department has still to answer. */
  unanswered: boolean;
}

/** Over `catalog.opinion o`: its department has still to answer it. */
export const IS_UNANSWERED = `(o.verdict <> 'ACCEPT' AND o.answered_at IS NULL)`;

const WHERE = `o.cycle_id = $1 AND ($2::text IS NULL OR o.agency_code = $2) AND (NOT $3::boolean OR ${IS_UNANSWERED})`;

/** One page of a cycle's opinions in the order they were given. One statement, one more for the total. */
export async function opinionsOfCycle(database: Database, cycleId: string, { agencyCode, unanswered }: OpinionFilter, request: PageRequest): Promise<Page<OpinionRow>> {
  const values = [cycleId, agencyCode, unanswered];
  const rows = await database.rows<{ opinion: OpinionRow }>(
    { name: 'cycle-opinions', text: `SELECT ${OPINION_JSON} AS opinion FROM catalog.opinion o WHERE ${WHERE} AND o.id > $4::bigint ORDER BY o.id LIMIT $5` },
    [...values, request.after ?? '0', request.first + 1],
  );
  const total = async (): Promise<number> => {
    const [row] = await database.rows<{ count: string }>({ name: 'count-cycle-opinions', text: `SELECT count(*) AS count FROM catalog.opinion o WHERE ${WHERE}` }, values);
    return Number(row!.count);
  };
  return toPage(rows.map(({ opinion }) => opinion), request, ({ id }) => id, total);
}
