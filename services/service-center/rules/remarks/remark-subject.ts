import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { ListedItem } from '../on-the-list';

/** What somebody remarks on, as it is handed in: an item, or a case with the code of its receipt. */
export type GivenSubject = { itemCode: string } | { caseNumber: string; queryCode: string };

/** What a remark is about, and the agency that answers for it. */
export interface RemarkSubject {
  itemCode: string;
  caseNumber: string | null;
  agencyCode: string;
}

/**
 * P18, P7: an item the list knows, on it or off it: that one is exercised which is not on the list (P5) is what the public
 * shall be able to say. It goes to the body that implements it that day, or did last.
 */
export function itemSubject(itemCode: string, item: ListedItem | null): Outcome<RemarkSubject> {
  if (item === null) return refuse('ITEM_UNKNOWN', 'P18', '清单上从未有过此事项', [{ path: 'itemCode', value: itemCode }]);
  return accept({ itemCode, caseNumber: null, agencyCode: item.agencyCode });
}

/** A case, to whoever has both its number and its code: nobody remarks on a stranger's, nor learns that there is one. */
export function caseSubject(caseNumber: string, codeFits: boolean, found: { itemCode: string; agencyCode: string } | null): Outcome<RemarkSubject> {
  if (found === null || !codeFits) return refuse('CASE_UNKNOWN', 'P18', '办件编号或查询码不正确', [{ path: 'caseNumber', value: caseNumber }]);
  return accept({ itemCode: found.itemCode, caseNumber, agencyCode: found.agencyCode });
}
