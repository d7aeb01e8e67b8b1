import type { LegalityCheck } from './legality-case';

/** P11, P14: a power without any basis (无依据) is reported like every other, and its cancellation is proposed. */
export const itemHasBasis: LegalityCheck = ({ bases, basisText }) => {
  if (bases.length > 0) return null;
  return {
    clause: 'P14',
    explanation: basisText === null ? '清单未载明任何实施依据' : `所列实施依据未能识别出法律文件：${basisText.slice(0, 80)}`,
    proposal: basisText === null ? 'CANCEL' : 'REVIEW_BASIS',
    ordinals: [],
  };
};
