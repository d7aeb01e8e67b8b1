import type { CycleState } from './cycle-state';
import { DRAFT_STATUSES, type DraftStatus } from './reporting';
import { REPORT_ROUNDS } from './stages';

/** Reported items of one department in one state. */
export interface AgencyDrafts {
  agencyCode: string;
  status: DraftStatus;
  count: number;
}

/** Opinions addressed to one department. */
export interface AgencyOpinions {
  agencyCode: string;
  given: number;
  unanswered: number;
}

interface Counts {
  /** Reported items by state, in the order of the states. */
  drafts: { status: DraftStatus; count: number }[];
  opinions: number;
  unanswered: number;
}

/** How far one department is. */
export interface AgencyProgress extends Counts {
  agencyCode: string;
  /** The last round it has submitted; null before the first. */
  round: number | null;
}

/** How far a cycle is, in numbers alone: no opinion, answer or item is told. */
export interface ReviewProgress extends Counts {
  rounds: { round: number; submitted: number; items: number }[];
  byAgency: AgencyProgress[];
}

/** Counts a cycle by department and as a whole; the whole is the sum of its departments. */
export function progressOf(
  { departments }: Pick<CycleState, 'departments'>,
  drafts: readonly AgencyDrafts[],
  opinions: readonly AgencyOpinions[],
): ReviewProgress {
  const codes = new Set([...Object.keys(departments), ...[...drafts, ...opinions].map(({ agencyCode }) => agencyCode)]);
  const returnsOf = (code: string) => departments[code]?.returns ?? {};
  return {
    ...countsOf(drafts, opinions),
    rounds: Object.values(REPORT_ROUNDS).map((round) => {
      const submitted = Object.keys(departments).flatMap((code) => returnsOf(code)[round] ?? []);
      return { round, submitted: submitted.length, items: submitted.reduce((sum, { items }) => sum + items, 0) };
    }),
    byAgency: [...codes].toSorted().map((agencyCode) => {
      const own = <Row extends { agencyCode: string }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.agencyCode === agencyCode);
      const rounds = Object.keys(returnsOf(agencyCode)).map(Number);
      return { agencyCode, round: rounds.length === 0 ? null : Math.max(...rounds), ...countsOf(own(drafts), own(opinions)) };
    }),
  };
}

function countsOf(drafts: readonly AgencyDrafts[], opinions: readonly AgencyOpinions[]): Counts {
  const inState = (status: DraftStatus): number => drafts.filter((row) => row.status === status).reduce((sum, { count }) => sum + count, 0);
  return {
    drafts: (Object.keys(DRAFT_STATUSES) as DraftStatus[]).map((status) => ({ status, count: inState(status) })).filter(({ count }) => count > 0),
    opinions: opinions.reduce((sum, { given }) => sum + given, 0),
    unanswered: opinions.reduce((sum, { unanswered }) => sum + unanswered, 0),
  };
}
