import type { DutyChangeKind, DutyKind, ExerciseLevel, MandateOrigin, MandateState, StaffingKind } from './vocabulary';

/** What a mandate (三定) says. Days are ISO 8601 text; these shapes are stored, journalled and answered alike. */

/** A duty (职责), numbered as the document numbers it. */
export interface Duty {
  /** As printed, e.g. `（一）`. */
  number: string;
  text: string;
  kind: DutyKind;
  /** The office that performs it; null when the document names none. */
  officeId: string | null;
  /** Exercise levels it claims; empty when it says nothing of them. */
  levels: ExerciseLevel[];
  /** Items of the list it rests on, by code. */
  itemCodes: string[];
}

/** A duty taken over, handed over, cancelled, delegated or strengthened (职责调整). */
export interface DutyChange {
  kind: DutyChangeKind;
  text: string;
}

/** An internal office as the document sets it up (内设机构). */
export interface MandateOffice {
  number: string | null;
  name: string;
  /** The office of the register that it is; null when the register has none of this name. */
  officeId: string | null;
  duties: string | null;
}

/** A part of a staffing line: `含援派机动编制2名` is inside the line's quota. */
export interface StaffingPart {
  label: string;
  quota: number;
  actual: number | null;
}

/** One kind of staffing (编制), persons. */
export interface StaffingLine {
  kind: StaffingKind;
  /** As printed, when the kind alone does not say it. */
  label: string | null;
  /** “另核”, “、金融办编制3名”: beside the total, not inside it. */
  beside: boolean;
  quota: number;
  /** Persons on the posts; null when not stated. */
  actual: number | null;
  /** “含”, “其中”: inside the quota. */
  ofWhich: StaffingPart[];
}

export interface Staffing {
  /** The total the document states; null when it states none. */
  total: number | null;
  lines: StaffingLine[];
}

/** Leadership posts (领导职数). */
export interface LeadershipPost {
  post: string;
  /** Rank, e.g. `副处级`; null when not stated. */
  rank: string | null;
  quota: number;
  actual: number | null;
}

/** The parts of a mandate that are stored as one document beside its duties. */
export interface MandateParts {
  changes: DutyChange[];
  offices: MandateOffice[];
  staffing: Staffing;
  posts: LeadershipPost[];
}

/** A mandate as an agency proposes it. */
export interface MandateDraft extends MandateParts {
  title: string | null;
  documentNumber: string | null;
  issuedOn: string | null;
  effectiveOn: string;
  duties: Duty[];
}

/** A version of an agency's mandate. */
export interface MandateRecord extends MandateDraft {
  /** Agency code, `-M` and the version. */
  id: string;
  agencyCode: string;
  version: number;
  state: MandateState;
  origin: MandateOrigin;
  /** First day it no longer holds; null while it does. */
  effectiveTo: string | null;
  /** Why it was returned or withdrawn. */
  reason: string | null;
}

export const EMPTY_PARTS: MandateParts = { changes: [], offices: [], staffing: { total: null, lines: [] }, posts: [] };

export const mandateId = (agencyCode: string, version: number): string => `${agencyCode}-M${version}`;
