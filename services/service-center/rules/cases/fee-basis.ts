import type { GuideDocument } from '../guide-document';
import type { ChargedFee } from './case-fact';

/** 许可法 58, 59: a fee is charged only where a law gives it a basis, which the guide states. */
export const feesWithoutBasis = (guide: Pick<GuideDocument, 'fees'> | null, fees: readonly ChargedFee[]): ChargedFee[] =>
  fees.filter(({ name, amount }) => amount > 0 && !guide?.fees.some((fee) => fee.name === name && fee.legalBasis !== null));
