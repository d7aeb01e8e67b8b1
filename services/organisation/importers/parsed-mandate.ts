import type { DutyChange, LeadershipPost, Staffing } from '../rules/mandates/mandate-document';
import type { DutyKind, ExerciseLevel } from '../rules/mandates/vocabulary';

/** A duty as a file states it; its office is a name that the register resolves. */
export interface ParsedDuty {
  /** As printed; null when it has none. */
  number: string | null;
  text: string;
  kind: DutyKind;
  /** The kind was not stated but suggested by the duty's words. */
  kindSuggested: boolean;
  officeName: string | null;
  levels: ExerciseLevel[];
  itemCodes: string[];
}

export interface ParsedOffice {
  number: string | null;
  name: string;
  duties: string | null;
}

/** A mandate (三定) as a file states it, of an agency that is known by name only. */
export interface ParsedMandate {
  agencyName: string;
  /** Place the document names, e.g. `吉林省四平市`; null when it names none. */
  regionName: string | null;
  title: string | null;
  documentNumber: string | null;
  issuedOn: string | null;
  /** First day it holds; null when the file does not say. */
  effectiveOn: string | null;
  /** The file says that it holds a part of the document only. */
  truncated: boolean;
  duties: ParsedDuty[];
  changes: DutyChange[];
  offices: ParsedOffice[];
  staffing: Staffing;
  posts: LeadershipPost[];
}

/**
 * NO_HEADER: a sheet without column names; HIDDEN_SHEET, HIDDEN_ROW: nobody who opened the file saw it; NO_AGENCY, NO_KIND, NO_TEXT,
 * NO_NAME, NO_COUNT: what the row lacks; UNKNOWN_KIND, BAD_COUNT, BAD_LEVEL, BAD_DATE: what it says and nobody knows;
 * FORMULA: a cell that is not its author's text; NOT_UNDERSTOOD: words of a sentence; CONTRADICTION: words and figures
 * differ; MALFORMED: not of the shape; NOT_IN_THE_FILE: the document says there is more.
 */
export type NotTakenCode =
  | 'NO_HEADER'
  | 'HIDDEN_SHEET'
  | 'HIDDEN_ROW'
  | 'NO_AGENCY'
  | 'NO_KIND'
  | 'NO_TEXT'
  | 'NO_NAME'
  | 'NO_COUNT'
  | 'UNKNOWN_KIND'
  | 'BAD_COUNT'
  | 'BAD_LEVEL'
  | 'BAD_DATE'
  | 'FORMULA'
  | 'NOT_UNDERSTOOD'
  | 'CONTRADICTION'
  | 'MALFORMED'
  | 'NOT_IN_THE_FILE';

/** Something the file says that is not in its mandates, where it stands and why. */
export interface NotTaken {
  /** Sheet; null in a JSON file. */
  sheet: string | null;
  /** Row as a spreadsheet shows it; in a JSON file the document, from 1. */
  row: number;
  /** Place inside a document of a JSON file, e.g. `duties.3`; null in a sheet. */
  path: string | null;
  code: NotTakenCode;
  reason: string;
  /** What was not taken, as printed; shortened when long. */
  text: string;
  /** The whole row was refused; otherwise a part of one that was taken. */
  wholeRow: boolean;
}

/** A file read; `rowsRead` = rowsTaken + rows refused whole (of sheets: rows with content below a header). */
export interface ParsedMandateFile {
  fileName: string;
  mandates: ParsedMandate[];
  rowsRead: number;
  rowsTaken: number;
  notTaken: NotTaken[];
}

/** Bad files are refused as values: too large, damaged, not a table, no header anywhere. */
export type ReadMandatesResult = { ok: true; file: ParsedMandateFile } | { ok: false; code: string; message: string };

export const emptyMandate = (agencyName: string): ParsedMandate => ({
  agencyName,
  regionName: null,
  title: null,
  documentNumber: null,
  issuedOn: null,
  effectiveOn: null,
  truncated: false,
  duties: [],
  changes: [],
  offices: [],
  staffing: { total: null, lines: [] },
  posts: [],
});

const LONGEST_QUOTE = 200;

export const quote = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
