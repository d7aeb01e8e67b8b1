import { ordinalsOf, titlesOf, type LegalityCheck } from './legality-case';
import { POWER_KINDS } from './power-kind';
import { statutoryTest } from './statutory-test';
import { creationClause } from './who-may-create';

/** 许可法 15, 处罚法 11–13, 强制法 10: where the highest basis may create only within limits, people look whether it kept to them. */
export const basisWithinLimits: LegalityCheck = (item) => {
  const test = statutoryTest(item);
  if (test.result !== 'LIMITED') return null;
  const bases = test.limits.map(({ basis }) => basis);
  return {
    clause: creationClause(test.kind, item.on),
    explanation: `${POWER_KINDS[test.kind]}的最高依据为${titlesOf(bases)}：${[...new Set(test.limits.map(({ limit }) => limit))].join('；')}`,
    proposal: 'REVIEW_BASIS',
    ordinals: ordinalsOf(bases),
  };
};
