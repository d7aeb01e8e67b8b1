/** One sheet as the reader of a table sees it: text, merges and what is hidden. Rows without content are left out. */
export interface Sheet {
  name: string;
  hidden: boolean;
  /** Rows with content of their own, in order. */
  rows: SheetRow[];
  /** Columns the author hid (0-based). */
  hiddenColumns: ReadonlySet<number>;
}

export interface SheetRow {
  /** 1-based, as a spreadsheet program shows it. */
  number: number;
  hidden: boolean;
  /** Column (0-based) → text as displayed; blank cells are absent. */
  cells: ReadonlyMap<number, string>;
  /** Column → text of a merged cell that began in a row above and reaches into this one. */
  fromAbove: ReadonlyMap<number, string>;
  /** Column → number of columns that the merged cell starting here covers (only when more than one). */
  spans: ReadonlyMap<number, number>;
  /** Columns whose text is not the author's: a formula without a stored text or reaching outside the file, or an error value. */
  untrusted: ReadonlySet<number>;
}

export interface TabularLimits {
  bytes: number;
  expandedBytes: number;
  cells: number;
}

export interface TabularRefusal {
  ok: false;
  code: 'EMPTY_FILE' | 'FILE_TOO_LARGE' | 'EXPANDS_TOO_LARGE' | 'TOO_MANY_CELLS' | 'NOT_A_SPREADSHEET' | 'DAMAGED' | 'ENCRYPTED';
  message: string;
}

export type TabularResult = { ok: true; format: 'xls' | 'xlsx' | 'csv'; sheets: Sheet[] } | TabularRefusal;

export const NO_COLUMNS: ReadonlySet<number> = new Set();
export const NO_TEXTS: ReadonlyMap<number, string> = new Map();
export const NO_SPANS: ReadonlyMap<number, number> = new Map();

/** White space a human cannot see, zero-width marks included. */
export function isBlank(text: string): boolean {
  return !/[^\s\u200B-\u200D\u2060\u00AD]/.test(text);
}

/** Text that a spreadsheet program would run as a formula as soon as it is typed or opened from CSV. */
export function looksLikeFormula(text: string): boolean {
  return /^\s*(?:[=@]|[+-][\dA-Za-z(])/.test(text);
}
