import type { SheetRow } from '../../shared/tabular';
import type { ExerciseLevel } from '../rules/vocabulary';
import { cleanLine, cleanText, isNone } from './clean-text';
import type { Columns } from './find-header';

/** A row through the header's eyes: what it prints itself, and what a merged cell from above says in its place. */
export interface RowValues {
  serial: string | null;
  code: string | null;
  name: string | null;
  subItem: string | null;
  category: string | null;
  basis: string[];
  body: string | null;
  office: string | null;
  level: string | null;
  ticked: ExerciseLevel[];
  authoritySplit: string | null;
  duty: string | null;
  responsibilities: string | null;
  accountability: string | null;
  supervisionPhone: string | null;
  remark: string | null;
}

/** What the row itself prints. */
export function ownValues(row: SheetRow, columns: Columns): RowValues {
  return readValues(columns, (column) => row.cells.get(column) ?? null);
}

/** What merged cells from above say in this row. */
export function mergedValues(row: SheetRow, columns: Columns): RowValues {
  return readValues(columns, (column) => row.fromAbove.get(column) ?? null);
}

function readValues(columns: Columns, cell: (column: number) => string | null): RowValues {
  const raw = (column: number | null): string | null => (column === null ? null : cell(column));
  const stated = (column: number | null): string | null => {
    const text = raw(column);
    return text === null || isNone(text) ? null : cleanText(text);
  };
  return {
    serial: columns.serials.map(raw).find((text) => text !== null) ?? null,
    code: stated(columns.code)?.replace(/\s/g, '') ?? null,
    name: raw(columns.name),
    subItem: raw(columns.subItem),
    category: stated(columns.category),
    basis: basisTexts(columns, cell),
    body: stated(columns.body),
    office: stated(columns.office),
    level: stated(columns.level),
    ticked: columns.levelTicks.filter(({ column }) => isTick(cell(column))).map(({ level }) => level),
    authoritySplit: stated(columns.authoritySplit),
    duty: stated(columns.duty),
    responsibilities: stated(columns.responsibilities),
    accountability: stated(columns.accountability),
    supervisionPhone: stated(columns.supervisionPhone),
    remark: stated(columns.remark),
  };
}

/** The parts of the basis; an article in a column of its own (`《水法》 | 第七条`) goes on in its instrument's line. */
function basisTexts(columns: Columns, cell: (column: number) => string | null): string[] {
  const parts: string[] = [];
  for (const { column, rank } of columns.basis) {
    const text = cell(column);
    if (text === null || isNone(text)) continue;
    const clean = cleanText(text);
    const title = parts.at(-1);
    if (rank === null && title !== undefined && /^第[^\n]{1,12}条/.test(clean) && /》[^\n]*$/.test(title)) parts[parts.length - 1] = title + clean;
    else parts.push(rank === null || /^[【[]/.test(clean) ? clean : `【${rank}】${clean}`);
  }
  return parts;
}

function isTick(text: string | null): boolean {
  return text !== null && !isNone(text) && !/^[×✗✘否xX0]$/.test(cleanLine(text));
}
