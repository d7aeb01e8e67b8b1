import type { InstrumentLevel } from '../vocabulary';
import { basesInForce, ordinalsOf, titlesOf, type Basis, type LegalityCase, type LegalityCheck } from './legality-case';

/** Laws and regulations (法律法规): laws, administrative regulations, local regulations. */
const LAWS_AND_REGULATIONS: ReadonlySet<InstrumentLevel> = new Set(['LAW', 'ADMINISTRATIVE_REGULATION', 'LOCAL_REGULATION']);

/** How an item stands the plan's own test. */
export type PlanTest = 'PASSED' | 'FAILED' | 'UNDETERMINED';

const isLaw = ({ level }: Basis): boolean => level !== null && LAWS_AND_REGULATIONS.has(level);

/**
 * P14: is there a basis in law or regulation (法律法规) that day? Undetermined while the only hope is an instrument of
 * unknown rank, or a printed basis in which no instrument was recognised.
 */
export function planTest(item: LegalityCase): PlanTest {
  if (item.bases.length === 0) return item.basisText === null ? 'FAILED' : 'UNDETERMINED';
  const holding = basesInForce(item);
  if (holding.some(isLaw)) return 'PASSED';
  return holding.some(({ level }) => level === null) ? 'UNDETERMINED' : 'FAILED';
}

/** P14: no basis in law or regulation → cancel (取消). Items without any basis are the business of another check. */
export const basisInLawOrRegulation: LegalityCheck = (item) => {
  if (item.bases.length === 0 || planTest(item) !== 'FAILED') return null;
  return {
    clause: 'P14',
    explanation: `${item.on} 没有现行有效的法律法规依据，所列依据为${titlesOf(item.bases)}`,
    proposal: 'CANCEL',
    ordinals: ordinalsOf(item.bases),
  };
};
