import { utils, write, type BookType, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';

export type CellValue = string | number | null;

/** One sheet as a test writes it: rows of cells (null = no cell), merges as `A1:B2`, 1-based hidden rows. */
export interface SheetPlan {
  rows: CellValue[][];
  merges?: string[];
  hiddenRows?: number[];
  hiddenColumns?: number[];
  hidden?: boolean;
  /** Address → formula, with the value the program stored beside it (none when left out). */
  formulas?: Record<string, { formula: string; value?: string | number }>;
}

/** Writes a workbook in the given format: `biff8` is `.xls`. */
export function workbookBytes(sheets: Record<string, SheetPlan | CellValue[][]>, bookType: BookType = 'xlsx'): Buffer {
  const book: WorkBook = { SheetNames: [], Sheets: {}, Workbook: { Sheets: [] } };
  for (const [name, given] of Object.entries(sheets)) {
    const plan = Array.isArray(given) ? { rows: given } : given;
    book.SheetNames.push(name);
    book.Sheets[name] = toSheet(plan);
    book.Workbook!.Sheets!.push({ name, Hidden: plan.hidden ? 1 : 0 });
  }
  return write(book, { type: 'buffer', bookType, compression: true }) as Buffer;
}

function toSheet({ rows, merges = [], hiddenRows = [], hiddenColumns = [], formulas = {} }: SheetPlan): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.length > 0 ? rows : [[]]);
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  if (hiddenRows.length > 0) sheet['!rows'] = Array.from({ length: Math.max(...hiddenRows) }, (_, index) => ({ hidden: hiddenRows.includes(index + 1) }));
  if (hiddenColumns.length > 0) sheet['!cols'] = Array.from({ length: Math.max(...hiddenColumns) }, (_, index) => ({ hidden: hiddenColumns.includes(index + 1) }));
  for (const [address, { formula, value }] of Object.entries(formulas)) {
    const cell: CellObject = typeof value === 'string' ? { t: 's', v: value, f: formula } : { t: 'n', f: formula };
    if (typeof value === 'number') cell.v = value;
    sheet[address] = cell;
  }
  return sheet;
}

/** CSV text of rows, every cell quoted where it must be. */
export function csvText(rows: CellValue[][]): string {
  const quoted = (cell: CellValue): string => (cell === null ? '' : /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell));
  return rows.map((row) => row.map(quoted).join(',')).join('\r\n');
}
