import { ordinalsOf, titlesOf, type LegalityCheck } from './legality-case';

/** P2: the basis is published for every item, and a basis is a clause: an instrument without article or item (条、项) cannot be checked. */
export const basisNamesArticle: LegalityCheck = ({ bases }) => {
  const vague = bases.filter(({ article, item }) => article === null && item === null);
  if (vague.length === 0) return null;
  return {
    clause: 'P2',
    explanation: `${titlesOf(vague)}未写明条款`,
    proposal: 'COMPLETE_BASIS',
    ordinals: ordinalsOf(vague),
  };
};
