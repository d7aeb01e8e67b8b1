import { createHash } from 'node:crypto';
import { createMatcher, type DecidedPair, type Proposal, type Weights } from '../../../services/organisation/rules/matching';
import type { Department, LabelledRow } from './labelled-rows';
import { mean, measure, measureLikely, type Metrics, type Rank } from './metrics';
import { ranksUnder, REFERENCES } from './references';

export interface Evaluation {
  all: Metrics;
  nonEcho: Metrics;
  likely: { precision: number; coverage: number };
  confirmed20: { hit1: number; hit3: number };
  /** hit@1 over all rows. */
  references: Record<keyof typeof REFERENCES, number>;
  departments: ({ name: string; duties: number } & Metrics)[];
}

export interface RankedRow extends LabelledRow {
  rank: Rank;
  proposals: Proposal[];
}

const SEEDS = [1, 2, 3, 4, 5];
const CONFIRMED = 0.2;

/** Ranks a department's duties for the rows, knowing only the given pairs. */
export function rankRows({ duties, items }: Department, rows: readonly LabelledRow[], decided: readonly DecidedPair[] = [], weights?: Weights): RankedRow[] {
  const matcher = createMatcher(duties, { items, decided, weights });
  return rows.map((row) => {
    const proposals = matcher.rank(row.itemId);
    const place = proposals.findIndex(({ dutyId }) => dutyId === row.dutyId);
    return { ...row, rank: place === -1 ? null : place + 1, proposals };
  });
}

/** One share of a department's pairs as people would have confirmed them, and the rest; the same for the same seed. */
export function confirmSome(rows: readonly LabelledRow[], seed: number, share = CONFIRMED): { decided: DecidedPair[]; rest: LabelledRow[] } {
  const drawn = ({ itemId }: LabelledRow): boolean => createHash('sha256').update(`${seed} ${itemId}`).digest().readUInt32BE() / 2 ** 32 < share;
  const decided = rows.filter(drawn).map(({ itemId, dutyId }): DecidedPair => ({ itemId, dutyId, verdict: 'CONFIRMED' }));
  return { decided, rest: rows.filter((row) => !drawn(row)) };
}

const ranksOf = (rows: readonly RankedRow[]): Rank[] => rows.map(({ rank }) => rank);

export function evaluate(departments: readonly Department[], weights?: (department: Department) => Weights): Evaluation {
  const cold = departments.map((department) => ({ department, rows: rankRows(department, department.rows, [], weights?.(department)) }));
  const rows = cold.flatMap((each) => each.rows);
  const taught = SEEDS.map((seed) =>
    measure(
      departments.flatMap((department) => {
        const { decided, rest } = confirmSome(department.rows, seed);
        return ranksOf(rankRows(department, rest, decided, weights?.(department)));
      }),
    ),
  );
  const hit1Under = (reference: keyof typeof REFERENCES): number => measure(departments.flatMap((department) => ranksUnder(REFERENCES[reference], department))).hit1;
  return {
    all: measure(ranksOf(rows)),
    nonEcho: measure(ranksOf(rows.filter(({ echo }) => !echo))),
    likely: measureLikely(rows.map(({ rank, proposals }) => ({ likely: proposals[0]?.likely ?? false, right: rank === 1 }))),
    confirmed20: { hit1: mean(taught.map(({ hit1 }) => hit1)), hit3: mean(taught.map(({ hit3 }) => hit3)) },
    references: { keywords: hit1Under('keywords'), tfidf: hit1Under('tfidf'), bm25: hit1Under('bm25') },
    departments: cold.map(({ department, rows: own }) => ({ name: department.name, duties: department.duties.length, ...measure(ranksOf(own)) })),
  };
}
