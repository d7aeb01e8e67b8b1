/** The five outcomes of intake (许可法 32) and the clause of each. */
export const INTAKE_OUTCOMES = {
  NOT_NEEDED: { term: '依法不需要取得行政许可，即时告知不受理', rule: '许可法 32(1)' },
  NOT_COMPETENT: { term: '不属于本机关职权，不予受理并告知向有关机关申请', rule: '许可法 32(2)' },
  CORRECTED_ON_THE_SPOT: { term: '错误当场更正', rule: '许可法 32(3)' },
  INCOMPLETE: { term: '一次告知需要补正的全部内容', rule: '许可法 32(4)' },
  ACCEPTED: { term: '受理', rule: '许可法 32(5)' },
} as const;
export type IntakeOutcome = keyof typeof INTAKE_OUTCOMES;

/** What the counter told the applicant. */
export interface IntakeAnswer {
  outcome: IntakeOutcome;
  /** The organ that is competent, where this one is not. */
  competentOrgan: string | null;
  /** Everything to be corrected, where something is missing. */
  toCorrect: readonly string[];
}

/** What an answer lacks: who is not competent names the organ that is; who asks for more names all of it. */
export function lackingInAnswer({ outcome, competentOrgan, toCorrect }: IntakeAnswer): (keyof IntakeAnswer)[] {
  if (outcome === 'NOT_COMPETENT' && !competentOrgan?.trim()) return ['competentOrgan'];
  if (outcome === 'INCOMPLETE' && toCorrect.length === 0) return ['toCorrect'];
  return [];
}
