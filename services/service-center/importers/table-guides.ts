import type { Sheet, SheetRow } from '../../shared/tabular';
import { fieldOf, type Field } from './column-labels';
import { line } from './guide-words';
import type { ReadGuide, ReadSheet, RejectedRow } from './read-guide';
import { createRowReader, type Cells } from './row-guide';

/** How many rows may stand above the header. */
const LATEST_HEADER = 20;

interface Header {
  row: number;
  columns: ReadonlyMap<number, Field>;
}

/** The first row that names an item's column, or none where the sheet is named for its item, and something a guide says. */
function findHeader({ rows }: Sheet): Header | null {
  for (const row of rows.slice(0, LATEST_HEADER)) {
    const columns = columnsOf(row);
    const fields = new Set(columns.values());
    if (fields.has('materialName') || fields.has('stepName') || (fields.size > 2 && (fields.has('itemName') || fields.has('itemCode')))) return { row: row.number, columns };
  }
  return null;
}

function columnsOf({ cells }: SheetRow): Map<number, Field> {
  const columns = new Map<number, Field>();
  for (const [column, text] of cells) {
    const field = fieldOf(text);
    if (field !== null && ![...columns.values()].includes(field)) columns.set(column, field);
  }
  return columns;
}

/**
 * Reads a sheet with one material or one step a row; what the whole guide says may stand in any row of the item. A row
 * without an item belongs to the item above; a sheet without a column for it is named for its item.
 */
export function readTableGuides(sheet: Sheet): ReadSheet {
  const header = findHeader(sheet);
  if (header === null) return { name: sheet.name, guides: [], rejected: sheet.rows.map(({ number }) => ({ row: number, code: 'NO_HEADER', reason: `工作表“${sheet.name}”没有找到表头（至少要有事项和材料名称或环节名称）` })) };
  const fields = new Set(header.columns.values());
  const named = fields.has('itemCode') || fields.has('itemName') ? null : line(sheet.name);
  const guides = new Map<string, ReturnType<typeof createRowReader>>();
  const rejected: RejectedRow[] = [];
  let current: { code: string; name: string } = { code: '', name: named ?? '' };
  for (const row of sheet.rows) {
    if (row.number <= header.row || isHeaderAgain(row, header)) continue;
    const reject = (code: RejectedRow['code'], reason: string): void => void rejected.push({ row: row.number, code, reason });
    const cells = cellsOf(row, header);
    if (sheet.hidden) reject('HIDDEN_SHEET', `工作表“${sheet.name}”是隐藏的`);
    else if (row.hidden) reject('HIDDEN_ROW', '该行是隐藏的');
    else if ([...row.untrusted].some((column) => header.columns.has(column))) reject('FORMULA', '单元格是没有存值的公式或错误值');
    else {
      const [code, name] = [cells.itemCode ?? '', cells.itemName ?? ''];
      if (code !== '' || name !== '') current = { code, name };
      const key = current.code || current.name;
      if (key === '') reject('NO_ITEM', '没有写明事项编码或事项名称');
      else if (!hasContent(cells)) reject('NO_CONTENT', '除事项外没有任何内容');
      else {
        if (!guides.has(key)) guides.set(key, createRowReader({ sheet: sheet.name, row: row.number }, current.code || null, current.name || null));
        guides.get(key)!.add(row.number, cells);
      }
    }
  }
  return { name: sheet.name, guides: [...guides.values()].map((reader): ReadGuide => reader.done()), rejected };
}

const isHeaderAgain = (row: SheetRow, { columns }: Header): boolean => {
  const again = columnsOf(row);
  return again.size > 1 && [...again].every(([column, field]) => columns.get(column) === field);
};

const cellsOf = ({ cells, fromAbove }: SheetRow, { columns }: Header): Cells => {
  const found: Cells = {};
  for (const [column, field] of columns) {
    // A merged cell says the same of every row it reaches into; only the item is carried, the rest would be told twice.
    const text = cells.get(column) ?? (field === 'itemCode' || field === 'itemName' ? fromAbove.get(column) : undefined);
    if (text !== undefined && text.trim() !== '') found[field] = text.trim();
  }
  return found;
};

const hasContent = ({ itemCode: _code, itemName: _name, effectiveOn: _day, ...rest }: Cells): boolean => Object.keys(rest).length > 0;
