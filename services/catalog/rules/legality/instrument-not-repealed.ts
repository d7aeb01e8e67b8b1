import { ordinalsOf, titlesOf, type LegalityCheck } from './legality-case';

/** P14: a repealed instrument (已废止) is no basis from the day of its repeal on. */
export const instrumentNotRepealed: LegalityCheck = ({ bases, on }) => {
  const repealed = bases.filter(({ repealedOn }) => repealedOn !== null && repealedOn <= on);
  if (repealed.length === 0) return null;
  const left = repealed.length < bases.length;
  return {
    clause: 'P14',
    explanation: `${titlesOf(repealed)}在 ${on} 已废止${left ? '，其余依据仍须单独支持该事项' : '，该事项已无其他依据'}`,
    proposal: left ? 'REVIEW_BASIS' : 'CANCEL',
    ordinals: ordinalsOf(repealed),
  };
};
