import { basisInLawOrRegulation, planTest, type PlanTest } from './basis-in-law-or-regulation';
import { basisMayCreate } from './basis-may-create';
import { basisNamesArticle } from './basis-names-article';
import { basisWithinLimits } from './basis-within-limits';
import { instrumentInForce } from './instrument-in-force';
import { instrumentNotRepealed } from './instrument-not-repealed';
import { instrumentRankKnown } from './instrument-rank-known';
import { itemHasBasis } from './item-has-basis';
import type { LegalityCase, LegalityCheck, LegalityFinding } from './legality-case';
import { statutoryTest, type StatutoryTest } from './statutory-test';

/** What is looked at, in the order in which a reviewer reads it. Every finding proposes; people decide (P14, domain §1). */
const CHECKS = {
  NO_BASIS: { term: '无实施依据', check: itemHasBasis },
  NO_BASIS_IN_LAW_OR_REGULATION: { term: '无法律法规依据（方案标准）', check: basisInLawOrRegulation },
  BASIS_MAY_NOT_CREATE: { term: '依据层级无权设定（法定标准）', check: basisMayCreate },
  BASIS_WITHIN_LIMITS: { term: '依据只能在限度内设定（法定标准）', check: basisWithinLimits },
  INSTRUMENT_RANK_UNKNOWN: { term: '依据效力层级不明', check: instrumentRankKnown },
  INSTRUMENT_REPEALED: { term: '依据已废止', check: instrumentNotRepealed },
  INSTRUMENT_NOT_IN_FORCE: { term: '依据尚未施行', check: instrumentInForce },
  BASIS_WITHOUT_ARTICLE: { term: '依据未写明条款', check: basisNamesArticle },
} as const satisfies Record<string, { term: string; check: LegalityCheck }>;
export type LegalityKind = keyof typeof CHECKS;

/** Every kind of finding and its Chinese term. */
export const LEGALITY_KINDS = Object.fromEntries(Object.entries(CHECKS).map(([kind, { term }]) => [kind, term])) as Record<LegalityKind, string>;

export interface KindOfFinding extends LegalityFinding {
  kind: LegalityKind;
}

/** Everything the checks find on an item, on its day. */
export const legalityFindings = (item: LegalityCase): KindOfFinding[] =>
  (Object.keys(CHECKS) as LegalityKind[]).flatMap((kind) => {
    const finding = CHECKS[kind].check(item);
    return finding === null ? [] : [{ kind, ...finding }];
  });

/** The plan's own test and the statutory test, side by side: neither decides for the other. */
export interface LegalityTests {
  plan: PlanTest;
  statute: StatutoryTest['result'];
}

export const legalityTests = (item: LegalityCase): LegalityTests => ({ plan: planTest(item), statute: statutoryTest(item).result });

export type { Basis, LegalityCase, LegalityFinding } from './legality-case';
