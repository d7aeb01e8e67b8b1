/** A duty of one agency (部门职责), as its mandate states it. */
export interface DutyText {
  id: string;
  text: string;
}

/** An item of the same agency, as the power list states it. */
export interface ItemText {
  id: string;
  name: string;
  subItem: string | null;
  /** Category code of the vocabulary (`PENALTY`); one that is unknown gives no cue. */
  category: string;
  /** Responsible offices (承办机构) by name. */
  offices: readonly string[];
  /** Published or hub code, when a duty may quote it. */
  code?: string | null;
}

/** What a person decided about one pair. */
export interface DecidedPair {
  itemId: string;
  dutyId: string;
  verdict: 'CONFIRMED' | 'REJECTED';
}
