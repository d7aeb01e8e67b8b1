/** A decision to refuse, as the applicant receives it. */
export interface WrittenRefusal {
  inWriting: boolean;
  reasons: string | null;
  /** Where and until when to apply for reconsideration or to sue. */
  remedies: string | null;
}

/** 许可法 38¶2: a refusal is written, gives its reasons and tells the applicant of reconsideration and lawsuit. */
export const lackingInRefusal = ({ inWriting, reasons, remedies }: WrittenRefusal): (keyof WrittenRefusal)[] => [
  ...(inWriting ? [] : (['inWriting'] as const)),
  ...(reasons?.trim() ? [] : (['reasons'] as const)),
  ...(remedies?.trim() ? [] : (['remedies'] as const)),
];
