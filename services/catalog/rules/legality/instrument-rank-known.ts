import { planTest } from './basis-in-law-or-regulation';
import { basesInForce, ordinalsOf, titlesOf, type LegalityCheck } from './legality-case';
import { statutoryTest } from './statutory-test';

/** P10: legality cannot be reviewed while the rank (效力层级) of the instrument that a test hangs on is unknown. */
export const instrumentRankKnown: LegalityCheck = (item) => {
  if (planTest(item) !== 'UNDETERMINED' && statutoryTest(item).result !== 'UNDETERMINED') return null;
  const unknown = basesInForce(item).filter(({ level }) => level === null);
  if (unknown.length === 0) return null; // nothing was recognised at all: another check's business
  return {
    clause: 'P10',
    explanation: `${titlesOf(unknown)}的效力层级不明，无法判断能否作为该事项的依据`,
    proposal: 'REVIEW_BASIS',
    ordinals: ordinalsOf(unknown),
  };
};
