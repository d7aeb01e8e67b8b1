import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { sheetJs } from './sheet-js';
import { isBlank, looksLikeFormula, NO_COLUMNS, NO_SPANS, NO_TEXTS, type Sheet, type SheetRow, type TabularLimits, type TabularResult } from './sheet';

/** Formulas that start a program (`cmd|'/c …'!A0`) or fetch from elsewhere. */
const REACHES_OUT = /\||\b(WEBSERVICE|RTD|DDE|CALL|EXEC|REGISTER)\b/i;

/** Turns a checked workbook into sheets. The library reads stored values only; no formula is ever evaluated. */
export function toSheets(data: Buffer, format: 'xls' | 'xlsx', limits: TabularLimits): TabularResult {
  let workbook;
  try {
    workbook = sheetJs().read(data, { type: 'buffer', dense: true, cellStyles: true, cellFormula: true, cellHTML: false, sheetStubs: format === 'xlsx' });
  } catch (error) {
    if (/password|encrypt/i.test(String(error))) return { ok: false, code: 'ENCRYPTED', message: '文件有密码保护，请去掉密码后再导入' };
    return { ok: false, code: 'DAMAGED', message: '文件不完整或已损坏，无法读出工作表' };
  }
  const sheets: Sheet[] = [];
  const budget = { cells: limits.cells };
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet || (sheet as { '!type'?: string })['!type'] === 'chart') continue;
    sheets.push(toSheet(name, sheet, (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, budget));
    if (budget.cells < 0) return { ok: false, code: 'TOO_MANY_CELLS', message: `单元格超过 ${limits.cells} 个，请拆分后再导入` };
  }
  return { ok: true, format, sheets };
}

function toSheet(name: string, sheet: WorkSheet, hidden: boolean, budget: { cells: number }): Sheet {
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const rows = new Map<number, SheetRow>();
  // Object.keys: both arrays may be sparse and a million long.
  for (const key of Object.keys(data)) {
    const row = toRow(Number(key), data[Number(key)] ?? [], sheet['!rows']?.[Number(key)]?.hidden === true);
    budget.cells -= row.cells.size;
    if (row.cells.size > 0) rows.set(row.number, row);
  }
  applyMerges(rows, sheet['!merges'] ?? [], budget);
  const columns = sheet['!cols'] ?? [];
  const hiddenColumns = new Set(Object.keys(columns).map(Number).filter((column) => columns[column]?.hidden === true));
  return { name, hidden, rows: [...rows.values()].toSorted((a, b) => a.number - b.number), hiddenColumns };
}

function toRow(index: number, source: (CellObject | undefined)[], hidden: boolean): SheetRow {
  const cells = new Map<number, string>();
  const untrusted = new Set<number>();
  for (const key of Object.keys(source)) {
    const cell = source[Number(key)];
    if (!cell) continue;
    const text = toText(cell);
    if (text === null || isBlank(text)) continue;
    cells.set(Number(key), text);
    const formula = cell.f !== undefined && (cell.t !== 's' || REACHES_OUT.test(cell.f));
    if (cell.t === 'e' || formula || looksLikeFormula(text)) untrusted.add(Number(key));
  }
  return { number: index + 1, hidden, cells, fromAbove: NO_TEXTS, spans: NO_SPANS, untrusted: untrusted.size > 0 ? untrusted : NO_COLUMNS };
}

/** The displayed text: `0012` with a number format keeps its zeros, a long code is not shown as `3.7E+12`. */
function toText(cell: CellObject): string | null {
  if (cell.t === 's') return String(cell.v ?? '');
  if (cell.t === 'z' || cell.v === undefined) return cell.f === undefined ? null : `=${cell.f}`;
  if (cell.t === 'n' && (!cell.w || /E[+-]/i.test(cell.w))) return String(cell.v);
  return cell.w ?? String(cell.v);
}

/** A merged cell speaks for every row it reaches; across columns it speaks once, from its left edge. */
function applyMerges(rows: Map<number, SheetRow>, merges: readonly Range[], budget: { cells: number }): void {
  const numbers = [...rows.keys()].toSorted((a, b) => a - b);
  for (const { s, e } of merges) {
    const first = rows.get(s.r + 1);
    const text = first?.cells.get(s.c);
    if (first && e.c > s.c) first.spans = new Map(first.spans).set(s.c, e.c - s.c + 1);
    if (text === undefined || e.r === s.r) continue;
    for (let at = lowerBound(numbers, s.r + 2); at < numbers.length && numbers[at]! <= e.r + 1; at += 1) {
      const row = rows.get(numbers[at]!)!;
      if (row.fromAbove === NO_TEXTS) row.fromAbove = new Map();
      (row.fromAbove as Map<number, string>).set(s.c, text);
      budget.cells -= 1;
    }
    if (budget.cells < 0) return;
  }
}

function lowerBound(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
