import { accept, refuse, type Outcome } from '../../shared/outcome';

/** A list about to be published, beside the last edition. */
export interface NextEdition {
  /** Items of the last edition; null when this is the region's first. */
  previous: number | null;
  /** Items about to be published. */
  next: number;
  /** Codes of items that the last edition does not have, what merges left of its items aside; looked for when the list has grown. */
  additions: readonly string[];
  /** Those of them that a recorded exception brought: superior law, named decision, government approval. */
  excepted: ReadonlySet<string>;
}

/** P6: an edition with more items than the last one needs the exception record of every addition to be looked at. */
export const hasGrown = ({ previous, next }: Pick<NextEdition, 'previous' | 'next'>): boolean => previous !== null && next > previous;

/**
 * P6 只减不增: items on the total list in principle only decrease. An edition with more items than the last one is
 * refused unless every addition carries its exception record; the refusal names each that does not.
 */
export function onlyFewer({ previous, next, additions, excepted }: NextEdition): Outcome<true> {
  if (!hasGrown({ previous, next })) return accept(true);
  const unexplained = additions.filter((code) => !excepted.has(code));
  if (unexplained.length === 0) return accept(true);
  return refuse(
    'ONLY_FEWER',
    'P6',
    `清单事项原则上只减不增：上一版 ${previous} 项，拟公布 ${next} 项，其中 ${unexplained.length} 项新增没有例外记录`,
    [
      { path: 'previousTotal', value: String(previous) },
      { path: 'nextTotal', value: String(next) },
      ...unexplained.map((code) => ({ path: 'addition', value: code })),
    ],
  );
}
