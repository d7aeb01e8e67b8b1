import type { Sheet, SheetRow } from '../../shared/tabular';
import type { ExerciseLevel } from '../rules/vocabulary';
import { toCategory } from './category-words';
import { fieldOf, fieldUnder, plainLabel, type Field } from './column-labels';
import { levelOfLabel } from './level-words';
import { remembered } from './remembered';

/** Which column holds what, and how many rows the header takes. */
export interface Header {
  firstRow: number;
  /** Index into `sheet.rows` of the first row after the header. */
  next: number;
  columns: Columns;
}

export interface Columns {
  name: number;
  serials: number[];
  code: number | null;
  subItem: number | null;
  category: number | null;
  /** In the list's order; `rank` is set where each rank has a column of its own. */
  basis: { column: number; rank: string | null }[];
  body: number | null;
  office: number | null;
  level: number | null;
  levelTicks: { column: number; level: ExerciseLevel }[];
  authoritySplit: number | null;
  duty: number | null;
  responsibilities: number | null;
  accountability: number | null;
  supervisionPhone: number | null;
  remark: number | null;
  /** All columns with a label: content elsewhere is beside the table. */
  labelled: ReadonlySet<number>;
}

interface Label {
  column: number;
  group: string;
  label: string;
  field: Field | null;
}

const MOST_HEADER_ROWS = 3;

/** The header that begins at `sheet.rows[index]`, if a header begins there. */
export function headerAt(sheet: Sheet, index: number): Header | null {
  const first = sheet.rows[index]!;
  if (!mayBeginHeader(first)) return null;
  let best: { score: number; labels: Label[]; rows: number } | null = null;
  let labels = labelsOf(first, null);
  for (let rows = 1; rows <= MOST_HEADER_ROWS; rows += 1) {
    const score = scoreOf(labels);
    if (score > 0 && (!best || score >= best.score)) best = { score, labels, rows };
    const below = sheet.rows[index + rows];
    if (!below || below.number !== first.number + rows || !continuesHeader(below, labels)) break;
    labels = labelsOf(below, labels);
  }
  if (!best) return null;
  return { firstRow: first.number, next: index + best.rows, columns: assign(best.labels, sheet.hiddenColumns) };
}

const fieldOfCell = remembered((text: string): Field | null => fieldOf(plainLabel(text)));

/** Cheap test before the labels are looked at: several texts, one of them a label or all of them short (a row of groups). */
function mayBeginHeader(row: SheetRow): boolean {
  const texts = [...new Set(row.cells.values())];
  if (texts.length < 2) return false;
  // 其他行政权力 reads like a label and is a value: one category among the cells is an item's; several are columns to tick.
  if (texts.filter((text) => text.length <= 12 && toCategory(text) !== null).length === 1) return false;
  return texts.some((text) => text.length <= 40 && fieldOfCell(text) !== null) || texts.every((text) => text.length <= 12);
}

/** Distinct fields, 0 unless the item's name and something else of an item is among them. */
function scoreOf(labels: readonly Label[]): number {
  const fields = new Set(labels.map(({ field }) => field));
  const items = [...fields].filter((field) => field !== null && field !== 'known');
  const recognised = labels.filter(({ field }) => field !== null).length;
  const tellsAHeader = recognised * 2 >= labels.length || items.length >= 4;
  const named = (fields.has('name') && items.length >= 2) || (fields.has('nameLike') && items.length >= 3);
  return named && tellsAHeader ? items.length + Math.min(recognised, 40) / 100 : 0;
}

/** The labels of one row, each under the group label above it. */
function labelsOf(row: SheetRow, above: readonly Label[] | null): Label[] {
  const own = spread(row);
  if (!above) return own.map(({ column, text }) => toLabel(column, '', text));
  const below = new Map(own.map(({ column, text }) => [column, text]));
  const merged: Label[] = above.map((label) => {
    const text = below.get(label.column);
    below.delete(label.column);
    return text === undefined ? label : toLabel(label.column, label.label, text);
  });
  // A group label that was not merged stands over its first column only; the columns to its right belong to it too.
  for (const [column, text] of below) merged.push(toLabel(column, above.findLast((label) => label.column < column)?.label ?? '', text));
  return merged.toSorted((a, b) => a.column - b.column);
}

function toLabel(column: number, group: string, text: string): Label {
  const label = plainLabel(text);
  return { column, group, label, field: fieldUnder(group, label) };
}

/** Labels with a merged one repeated over every column it covers. */
function spread(row: SheetRow): { column: number; text: string }[] {
  return [...row.cells].flatMap(([column, text]) => {
    const width = Math.min(row.spans.get(column) ?? 1, 60);
    return Array.from({ length: width }, (_, offset) => ({ column: column + offset, text }));
  });
}

/** A second header row only subdivides: it has short labels, and only below groups or where the row above is empty. */
function continuesHeader(row: SheetRow, above: readonly Label[]): boolean {
  const byColumn = new Map(above.map((label) => [label.column, label]));
  const own = spread(row);
  let recognised = 0;
  for (const { column, text } of own) {
    const label = plainLabel(text);
    if (text.length > 40 || label === '' || /^\d+$/.test(label)) return false;
    const top = byColumn.get(column);
    const right = byColumn.get(column + 1);
    const underGroup = !top || top.label === label || right?.label === top.label || byColumn.get(column - 1)?.label === top.label || (!right && row.cells.has(column + 1));
    if (!underGroup) return false;
    if (fieldUnder(top?.label ?? '', label) !== null) recognised += 1;
  }
  return recognised * 2 >= own.length;
}

function assign(labels: readonly Label[], hidden: ReadonlySet<number>): Columns {
  const of = (field: Field): number[] => {
    const columns = labels.filter((label) => label.field === field).map(({ column }) => column);
    return [...columns.filter((column) => !hidden.has(column)), ...columns.filter((column) => hidden.has(column))];
  };
  const one = (field: Field): number | null => of(field)[0] ?? null;
  const levels = of('level');
  const authoritySplit = one('authoritySplit') ?? splitBeside(labels, levels);
  const name = bestName(labels, of('name')) ?? of('nameLike')[0]!;
  return {
    name,
    serials: [...of('serial'), ...(of('code').length > 0 ? of('number') : [])],
    code: bestCode(labels, of('code')) ?? one('number'),
    subItem: one('subItem') ?? (sameLabel(labels, name, name + 1) ? name + 1 : null),
    category: one('category'),
    basis: basisColumns(labels, of('basis')),
    body: bestBody(labels, of('body')) ?? one('unit'),
    office: one('office') ?? (one('body') === null ? (of('unit')[1] ?? null) : one('unit')),
    level: levels[0] ?? null,
    levelTicks: labels.flatMap(({ column, label, field }) => {
      const level = field === 'levelTick' ? levelOfLabel(label) : null;
      return level ? [{ column, level }] : [];
    }),
    authoritySplit,
    duty: one('duty'),
    responsibilities: one('responsibilities'),
    accountability: one('accountability'),
    supervisionPhone: one('supervisionPhone'),
    remark: one('remark'),
    labelled: new Set([...labels.map(({ column }) => column), ...(authoritySplit === null ? [] : [authoritySplit])]),
  };
}

/** 实施层级及权限 stands over two columns, the level and the split, even where the merge that showed it is lost. */
function splitBeside(labels: readonly Label[], levels: readonly number[]): number | null {
  const [level] = levels;
  if (level === undefined) return null;
  const beside = labels.find(({ column }) => column === level + 1);
  if (beside) return beside.field === 'level' ? level + 1 : null;
  return /权限/.test(labels.find(({ column }) => column === level)!.label) ? level + 1 : null;
}

/** 事项名称 before 事项 before 目录, when a list has several columns of that kind. */
function bestName(labels: readonly Label[], columns: readonly number[]): number | null {
  const rank = (column: number): number => {
    const label = labels.find((each) => each.column === column)!;
    const text = label.group + label.label;
    return /名称/.test(text) ? 0 : /目录/.test(text) ? 2 : 1;
  };
  return columns.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** One label over two columns: 事项名称 over the item and its sub-item. */
function sameLabel(labels: readonly Label[], left: number, right: number): boolean {
  const [a, b] = [left, right].map((column) => labels.find((label) => label.column === column)?.label);
  return a !== undefined && a === b;
}

/** Who acts (行使主体, 实施机关) before who is in charge of the field (主管部门) and before a mere 部门. */
function bestBody(labels: readonly Label[], columns: readonly number[]): number | null {
  const rank = (column: number): number => {
    const { label } = labels.find((each) => each.column === column)!;
    return /行使|实施|执法|责任|执行/.test(label) ? 0 : /主管|牵头|审批|管理|许可|处罚/.test(label) ? 1 : 2;
  };
  return columns.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** The code of the implementing item is its own, a base code (基本编码) is shared by all who implement it. */
function bestCode(labels: readonly Label[], columns: readonly number[]): number | null {
  const text = (column: number): string => labels.find((each) => each.column === column)!.label;
  return columns.find((column) => /实施/.test(text(column))) ?? columns.find((column) => !/基本|机构|信用|部门/.test(text(column))) ?? columns[0] ?? null;
}

/** Columns of one rank each are marked with it, so that the joined text reads like any other basis. */
const RANK = /^(?:法律|行政法规|法规|地方性法规|部门规章|规章|地方政府规章|政府规章|规范性文件|国务院决定|党内法规)$/;

/** Every basis column: parts side by side (名称 | 条款 | 内容) belong together, the same label further right repeats. */
function basisColumns(labels: readonly Label[], columns: readonly number[]): Columns['basis'] {
  const seen = new Set<string>();
  return columns.flatMap((column) => {
    const { label } = labels.find((each) => each.column === column)!;
    const repeats = seen.has(label) && labels.find((each) => each.column === column - 1)?.label !== label;
    seen.add(label);
    return repeats ? [] : [{ column, rank: RANK.test(label) ? label : null }];
  });
}
