/** How well the right duty was ranked, over some rows. */
export interface Metrics {
  /** Share of rows whose duty stood first, and among the first three. */
  hit1: number;
  hit3: number;
  /** Mean of 1 / rank; a duty that was not proposed counts 0. */
  mrr: number;
  rows: number;
}

/** A rank is 1-based; null where the right duty was not proposed at all. */
export type Rank = number | null;

const round = (figure: number): number => Math.round(figure * 10_000) / 10_000;
const share = (count: number, of: number): number => (of === 0 ? 0 : round(count / of));

export function measure(ranks: readonly Rank[]): Metrics {
  const within = (limit: number): number => share(ranks.filter((rank) => rank !== null && rank <= limit).length, ranks.length);
  return { hit1: within(1), hit3: within(3), mrr: share(ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : 1 / rank), 0), ranks.length), rows: ranks.length };
}

/** What is shown as likely: how much of it is right, and for how many rows something is. */
export function measureLikely(firsts: readonly { likely: boolean; right: boolean }[]): { precision: number; coverage: number } {
  const likely = firsts.filter((first) => first.likely);
  return { precision: share(likely.filter(({ right }) => right).length, likely.length), coverage: share(likely.length, firsts.length) };
}

export const mean = (figures: readonly number[]): number => share(figures.reduce((sum, figure) => sum + figure, 0), figures.length);
