import type { Sheet, SheetRow } from '../../shared/tabular';
import { toCategory } from '../importers/category-words';
import { readLevels } from '../importers/level-words';
import type { PassedOverRow, RejectedRow } from '../importers/parsed-list';
import type { Citation, ListedPower } from '../rules/listed-power';
import { ON_THE_LIST } from '../rules/on-the-list';
import { EXERCISE_LEVELS, ITEM_STATUSES, type ExerciseLevel, type ItemStatus, POWER_CATEGORIES, type PowerCategory } from '../rules/vocabulary';
import { fromCitationLines } from './form-citations';
import { CONTINUATION, CONTINUED, FORM_COLUMNS, FORM_FIELDS, type FormCells, type FormField } from './form-columns';
import { fromCell, fromLines } from './form-text';

export interface FormReading {
  /** Categories of the region's scheme (P1). */
  categories: readonly PowerCategory[];
  parseCitations: (cell: string) => Citation[];
}

/** What a sheet of the form states; every row with content is accounted for. */
export interface FormRows {
  powers: ListedPower[];
  rejected: RejectedRow[];
  passedOver: PassedOverRow[];
}

/** Without them it is some other list, which is read by the meaning of its words. */
const TELLING: readonly FormField[] = ['code', 'category', 'name', 'citations', 'body', 'agencyCode'];
const LONGEST_NAME = 1000;

/** The columns of the form by what they hold, null when the sheet's first row is not the form's; they may stand in any order. */
export function formColumnsOf({ rows }: Sheet): ReadonlyMap<FormField, number> | null {
  const titles = new Map([...(rows[0]?.cells ?? [])].map(([column, text]) => [text.trim(), column]));
  const columns = new Map(FORM_FIELDS.flatMap((field) => {
    const column = titles.get(FORM_COLUMNS[field].title);
    return column === undefined ? [] : [[field, column] as const];
  }));
  return TELLING.every((field) => columns.has(field)) ? columns : null;
}

/** Reads a sheet of the form, word for word: nothing is tidied, guessed or filled in, so what the hub wrote is what it reads. */
export function readFormSheet({ name, rows }: Sheet, columns: ReadonlyMap<FormField, number>, reading: FormReading): FormRows {
  const read: FormRows = { powers: [], rejected: [], passedOver: [{ row: rows[0]!.number, kind: 'HEADER' }] };
  for (const { row, cells, isUntrusted } of itemsIn(rows.slice(1), columns, read.passedOver)) {
    const reject = (code: RejectedRow['code'], reason: string): void => void read.rejected.push({ row, code, reason });
    if (isUntrusted) reject('FORMULA', '有的单元格是公式或错误值，请改为文字');
    else readItem(cells, { ...reading, reject, accept: (power) => read.powers.push({ sheet: name, row, ...power }) });
  }
  return read;
}

interface FormItem {
  row: number;
  cells: FormCells;
  isUntrusted: boolean;
}

/** Each item with the rows that go on with its cells joined to it. */
function itemsIn(rows: readonly SheetRow[], columns: ReadonlyMap<FormField, number>, passedOver: PassedOverRow[]): FormItem[] {
  const items: { row: number; parts: Partial<Record<FormField, string[]>>; isUntrusted: boolean }[] = [];
  for (const row of rows) {
    const last = items.at(-1);
    const goesOn = last !== undefined && row.cells.get(columns.get('serial') ?? -1) === CONTINUED;
    const item = goesOn ? last : { row: row.number, parts: {}, isUntrusted: false };
    if (goesOn) passedOver.push({ row: row.number, kind: 'CONTINUED', of: `第${last.row}行` });
    else items.push(item);
    for (const [field, column] of columns) {
      const text = row.cells.get(column);
      if (text === undefined || field === 'serial') continue;
      (item.parts[field] ??= []).push(goesOn && text.startsWith(CONTINUATION) ? text.slice(CONTINUATION.length) : text);
      item.isUntrusted ||= row.untrusted.has(column);
    }
  }
  return items.map(({ row, parts, isUntrusted }) => ({ row, isUntrusted, cells: Object.fromEntries(Object.entries(parts).map(([field, texts]) => [field, fromCell(texts.join(''))])) }));
}

interface ItemReading extends FormReading {
  reject: (code: RejectedRow['code'], reason: string) => void;
  accept: (power: Omit<ListedPower, 'sheet' | 'row'>) => void;
}

const codesOf = <Code extends string>(terms: Readonly<Record<Code, string>>): ReadonlyMap<string, Code> => new Map(Object.entries(terms).map(([code, term]) => [term as string, code as Code]));
const CATEGORY_OF = codesOf(POWER_CATEGORIES);
const LEVEL_OF = codesOf(EXERCISE_LEVELS);
const STATUS_OF = codesOf(ITEM_STATUSES);

function readItem(cells: FormCells, { categories, parseCitations, reject, accept }: ItemReading): void {
  const { name = '', subItem = null, body = '', basisText = null } = cells;
  if (name.trim() === '') return reject('NO_NAME', '事项名称为空');
  if (name.length > LONGEST_NAME) return reject('NAME_TOO_LONG', `事项名称超过 ${LONGEST_NAME} 字`);
  const category = CATEGORY_OF.get(cells.category ?? '') ?? toCategory(cells.category ?? '');
  if (category === null) return cells.category === undefined ? reject('NO_CATEGORY', '权力类型为空') : reject('UNKNOWN_CATEGORY', `不认识的权力类型“${cells.category}”`);
  if (!categories.includes(category)) return reject('CATEGORY_NOT_IN_SCHEME', `本地区的类别体系没有“${POWER_CATEGORIES[category]}”`);
  if (body.trim() === '') return reject('NO_BODY', '没有行使主体');
  const status = stateOf(cells.status);
  if (status === undefined) return reject('NOT_ON_THE_LIST', `事项状态“${cells.status}”：清单上的事项应为${ON_THE_LIST.map((each) => ITEM_STATUSES[each]).join('、')}`);
  const { publishedCode = null, authoritySplit = null, duty = null, responsibilities = null, accountability = null, supervisionPhone = null, remark = null } = cells;
  accept({
    publishedCode,
    name,
    subItem,
    category,
    body,
    offices: fromLines(cells.offices ?? ''),
    levels: levelsOf(cells.levels),
    authoritySplit,
    citations: fromCitationLines(cells.citations ?? null, basisText) ?? (basisText === null ? [] : parseCitations(basisText)),
    basisText,
    duty,
    responsibilities,
    accountability,
    supervisionPhone,
    remark,
    form: {
      code: cells.code ?? null,
      parentCode: cells.parentCode ?? null,
      agencyCode: cells.agencyCode ?? null,
      officeIds: fromLines(cells.officeIds ?? ''),
      status,
      conditions: cells.conditions ?? null,
    },
  });
}

/** Undefined for a state of an item that is not on the list. */
function stateOf(term = ITEM_STATUSES.LISTED as string): ItemStatus | undefined {
  const status = STATUS_OF.get(term.trim());
  return status && ON_THE_LIST.includes(status) ? status : undefined;
}

function levelsOf(cell = ''): ExerciseLevel[] {
  const named = cell.split('、').map((term) => LEVEL_OF.get(term.trim()));
  return named.every((level) => level !== undefined) ? named : [...readLevels(cell).levels];
}
