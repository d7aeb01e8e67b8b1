import type { ListedPower } from '../rules/listed-power';

/** A row the importer cannot take, with a stable code and a Chinese reason that says what to do. */
export interface RejectedRow {
  row: number;
  code: RejectionCode;
  reason: string;
}

/** `UNKNOWN_BODY` is the database half's: the organisation service did not recognise the body. */
export type RejectionCode =
  | 'NO_HEADER'
  | 'NO_NAME'
  | 'NAME_TOO_LONG'
  | 'ONLY_A_NAME'
  | 'NO_CATEGORY'
  | 'UNKNOWN_CATEGORY'
  | 'CATEGORY_NOT_IN_SCHEME'
  | 'NO_BODY'
  | 'NOT_ON_THE_LIST'
  | 'FORMULA'
  | 'HIDDEN_ROW'
  | 'HIDDEN_SHEET'
  | 'UNKNOWN_BODY';

/**
 * Why a row with content states no item by itself:
 * TITLE, DEPARTMENT, CATEGORY, LEVEL: headings that say something about the rows below; HEADER: column names, again or
 * at the top; PARENT: names an item whose sub-items follow; CONTINUED: more text of the item above (its `of`);
 * OTHER_LEVEL: the same item as another level exercises it, folded into the item above; REPEATED: word for word on
 * another sheet (a "print version"); SUBTOTAL, NOTE; SERIAL_ONLY: a numbered empty row; OUTSIDE: beside the table.
 */
export type PassedOverKind =
  | 'TITLE'
  | 'DEPARTMENT'
  | 'CATEGORY'
  | 'LEVEL'
  | 'HEADER'
  | 'PARENT'
  | 'CONTINUED'
  | 'OTHER_LEVEL'
  | 'REPEATED'
  | 'SUBTOTAL'
  | 'NOTE'
  | 'SERIAL_ONLY'
  | 'OUTSIDE';

export interface PassedOverRow {
  row: number;
  kind: PassedOverKind;
  /** Where what it belongs to or repeats stands, e.g. `第12行`, `工作表“全部”第7行`. */
  of?: string;
}

/**
 * One sheet, every row with content accounted for: it states an item (`powers`), is refused (`rejected`) or states
 * none by itself (`passedOver`). `rowsRead` = powers + rejected; a row that lists several sub-items counts once for each.
 */
export interface ParsedSheet {
  name: string;
  /** The author hid the sheet: its items are rejected, since nobody who opened the list saw them. */
  hidden?: true;
  rowsRead: number;
  powers: ListedPower[];
  rejected: RejectedRow[];
  passedOver: PassedOverRow[];
}

/** One list file, read. */
export interface ParsedList {
  fileName: string;
  sheets: ParsedSheet[];
}

/** Refusal of a whole file is a value, with a Chinese message that names file and sheet. */
export type ReadListResult = { ok: true; list: ParsedList } | { ok: false; code: string; message: string };
