import { openTabular, type Sheet } from '../../shared/tabular';
import { formColumnsOf, type FormRows, readFormSheet } from '../item-form/read-form-sheet';
import type { Citation } from '../rules/listed-power';
import type { PowerCategory } from '../rules/vocabulary';
import { categoryInHeading } from './category-words';
import { collectDrafts, type SheetDrafts } from './collect-drafts';
import { completeDrafts, type Completion } from './complete-drafts';
import { withoutCountAndNumber } from './clean-text';
import type { Context } from './draft';
import { levelsInHeading } from './level-words';
import { bodyInTitle, isBodyName } from './organisation-names';
import type { ParsedSheet, ReadListResult, RejectedRow } from './parsed-list';
import { passOverRepeated } from './repeated-items';

export type { ParsedList, ParsedSheet, ReadListResult } from './parsed-list';

/** A city's whole list has 3,000–10,000 items; 100,000 rows take about 12 s. */
const MOST_ROWS = 100_000;

export interface ListFile {
  fileName: string;
  bytes: Uint8Array;
  /** Categories of the region's scheme (P1). */
  categories: readonly PowerCategory[];
}

/** Reads a published list (`.xls`, `.xlsx`, `.csv`, told by content) into powers. Knows no database; refuses as a value. */
export function readListFile({ fileName, bytes, categories }: ListFile, parseCitations: (cell: string) => Citation[]): ReadListResult {
  const file = fileName.replace(/^.*[\\/]/, '');
  const refuse = (code: string, message: string): ReadListResult => ({ ok: false, code, message: `文件“${file}”：${message}` });
  const opened = openTabular(file, bytes);
  if (!opened.ok) return refuse(opened.code, opened.message);
  const sheets = opened.sheets.filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) return refuse('EMPTY_FILE', '没有任何内容');
  const rowCount = sheets.reduce((count, { rows }) => count + rows.length, 0);
  if (rowCount > MOST_ROWS) return refuse('TOO_MANY_ROWS', `有内容的行超过 ${MOST_ROWS} 行，请拆分后再导入`);
  const forms = sheets.map((sheet) => ({ sheet, columns: formColumnsOf(sheet) }));
  if (forms.some(({ columns }) => columns !== null)) {
    const read = forms.map(({ sheet, columns }) => (columns === null ? noForm(sheet) : sheetOfForm(sheet, readFormSheet(sheet, columns, { categories, parseCitations }))));
    return { ok: true, list: { fileName: file, sheets: read } };
  }
  const walked = sheets.map((sheet) => ({ sheet, drafts: collectDrafts(sheet, contextOfSheet(sheet)) }));
  if (walked.every(({ drafts }) => !drafts.hasHeader)) {
    const where = sheets.map(({ name, rows }) => `“${name}”第 ${rows[0]!.number}–${rows.at(-1)!.number} 行`).join('、');
    return refuse('NO_HEADER', `没有找到表头（至少要有事项名称和另一列，如权力类型、实施依据、行使主体）：工作表${where}`);
  }
  const completion = { categories, parseCitations, file: contextOfFile(file) };
  const parsed = walked.map(({ sheet, drafts }) => parseSheet(sheet, drafts, completion));
  return { ok: true, list: { fileName: file, sheets: passOverRepeated(parsed) } };
}

function parseSheet(sheet: Sheet, walked: SheetDrafts, completion: Completion): ParsedSheet {
  if (!walked.hasHeader) return sheetOf(sheet, [], sheet.rows.map(({ number }) => noHeader(sheet.name, number)), []);
  const { powers, rejected } = completeDrafts(sheet.name, walked.drafts, completion);
  if (!sheet.hidden) return sheetOf(sheet, powers, [...walked.rejected, ...rejected], walked.passedOver);
  const reason = `工作表“${sheet.name}”是隐藏的，其中的事项未公布`;
  const unseen = walked.drafts.map(({ row }): RejectedRow => ({ row, code: 'HIDDEN_SHEET', reason }));
  return { ...sheetOf(sheet, [], [...walked.rejected, ...unseen], walked.passedOver), hidden: true };
}

/** The hub's own form (权力清单事项表格) is read word for word. */
const sheetOfForm = (sheet: Sheet, { powers, rejected, passedOver }: FormRows): ParsedSheet => sheetOf(sheet, powers, rejected, passedOver);

/** Beside sheets of the form: its rows would be read by other rules, and nobody would see which. */
const noForm = (sheet: Sheet): ParsedSheet => sheetOf(sheet, [], sheet.rows.map(({ number }) => noHeader(sheet.name, number)), []);

function sheetOf({ name }: Sheet, powers: ParsedSheet['powers'], rejected: RejectedRow[], passedOver: ParsedSheet['passedOver']): ParsedSheet {
  return { name, rowsRead: powers.length + rejected.length, powers, rejected: rejected.toSorted((a, b) => a.row - b.row), passedOver };
}

function noHeader(sheet: string, row: number): RejectedRow {
  return { row, code: 'NO_HEADER', reason: `工作表“${sheet}”没有找到表头` };
}

/** The file name is the last to ask: `…市文化局2024年权责清单.xls`. */
function contextOfFile(file: string): Context {
  const title = file.replace(/\.\w+$/, '');
  return { category: categoryInHeading(title), levels: [], body: bodyInTitle(title) };
}

/** A sheet is often named for its category (`行政处罚（254项）`), its level (`县级`) or its department. */
function contextOfSheet({ name }: Sheet): Context {
  const title = withoutCountAndNumber(name);
  return { category: categoryInHeading(title), levels: levelsInHeading(title), body: bodyInTitle(title) ?? (isBodyName(title) ? title : null) };
}
