import { ordinalsOf, titlesOf, type LegalityCheck } from './legality-case';

/** P14: an instrument is a basis from its first day in force (施行日期), not before. */
export const instrumentInForce: LegalityCheck = ({ bases, on }) => {
  const early = bases.filter(({ effectiveOn }) => effectiveOn !== null && effectiveOn > on);
  if (early.length === 0) return null;
  return {
    clause: 'P14',
    explanation: `${titlesOf(early)}在 ${on} 尚未施行`,
    proposal: 'REVIEW_BASIS',
    ordinals: ordinalsOf(early),
  };
};
