/** What a remark is about, as it is counted: a case or else an item. */
export interface CountedSubject {
  itemCode: string;
  caseNumber: string | null;
}

/** A remark of the same caller that day. */
export interface EarlierRemark extends CountedSubject {
  id: string;
  kind: string;
  text: string;
  dueOn: string;
}

/** The same words on the same subject again are the first remark, not another: who sends twice gets one receipt. */
export const sameRemark = (
  earlier: readonly EarlierRemark[],
  { itemCode, caseNumber, kind, text }: CountedSubject & { kind: string; text: string },
): EarlierRemark | null =>
  earlier.find((each) => each.itemCode === itemCode && each.caseNumber === caseNumber && each.kind === kind && each.text === text) ?? null;
