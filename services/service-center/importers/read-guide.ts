import type { GuideDocumentInput } from '../rules/guide-document';

/** Where something was read: a sheet and its 1-based row; of a JSON file, its name and the place in the list. */
export interface ReadPlace {
  sheet: string;
  row: number;
}

type StepInput = NonNullable<GuideDocumentInput['steps']>[number];

/** A step with its people as the file names them. */
export interface ReadStep extends Omit<StepInput, 'officeId' | 'officerId' | 'jointOfficeIds'> {
  officeName: string | null;
  officerName: string | null;
  /** Offices of other agencies: `机构 科室` or a name that only one agency's office has. */
  jointOfficeNames: string[];
}

/** A guide as a file tells it: the item, its body and the people by name, still to be found in the registers. */
export interface ReadGuide {
  place: ReadPlace;
  /** Every row it was read from. */
  rows: number[];
  itemCode: string | null;
  itemName: string | null;
  /** First day it holds, where the file says so. */
  effectiveOn: string | null;
  document: Omit<GuideDocumentInput, 'steps' | 'responsibleOfficeId' | 'officerId'>;
  steps: ReadStep[];
  officeName: string | null;
  officerName: string | null;
  /** The guide as it stands, where the file is in the hub’s own words: nothing is to be found by name. */
  whole?: object;
  /** What could not be read and is left unsaid, in Chinese. */
  notes: string[];
}

/** Why a row cannot be taken. */
export type RowFault =
  | 'NOT_A_GUIDE'
  | 'NO_HEADER'
  | 'NO_ITEM'
  | 'NO_CONTENT'
  | 'FORMULA'
  | 'HIDDEN_ROW'
  | 'HIDDEN_SHEET'
  | 'UNKNOWN_ITEM'
  | 'AMBIGUOUS_ITEM'
  | 'REPEATED_ITEM'
  | 'MALFORMED_GUIDE'
  | 'UNDER_REVIEW'
  | 'BEFORE_LAST_VERSION';

export interface RejectedRow {
  row: number;
  code: RowFault;
  /** Chinese, for people. */
  reason: string;
}

/** One sheet, every row with content accounted for: it is part of a guide or rejected. */
export interface ReadSheet {
  name: string;
  guides: ReadGuide[];
  rejected: RejectedRow[];
}

export interface ReadGuides {
  fileName: string;
  sheets: ReadSheet[];
}
