import { basesInForce, ordinalsOf, titlesOf, type LegalityCheck } from './legality-case';
import { POWER_KINDS } from './power-kind';
import { statutoryTest } from './statutory-test';
import { creationClause } from './who-may-create';

/** 许可法 17, 处罚法 14 (2021: 16), 强制法 10, 13: what ranks below those named by the statute create is no lawful power. */
export const basisMayCreate: LegalityCheck = (item) => {
  const holding = basesInForce(item);
  const test = statutoryTest(item);
  if (holding.length === 0 || test.result !== 'FAILED') return null;
  return {
    clause: creationClause(test.kind, item.on),
    explanation: `${titlesOf(holding)}的效力层级无权设定${POWER_KINDS[test.kind]}`,
    proposal: 'CANCEL',
    ordinals: ordinalsOf(holding),
  };
};
