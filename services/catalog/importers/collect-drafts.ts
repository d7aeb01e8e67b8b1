import type { Sheet, SheetRow } from '../../shared/tabular';
import { bare, cleanLine, isNone } from './clean-text';
import type { Context, Draft } from './draft';
import { headerAt, type Columns } from './find-header';
import { headingAbove, headingBetween, type Heading } from './heading-rows';
import { readLevels } from './level-words';
import type { PassedOverRow, RejectedRow } from './parsed-list';
import { mergedValues, ownValues, type RowValues } from './row-values';

/** A sheet walked from top to bottom: items as printed, and what became of every other row. */
export interface SheetDrafts {
  hasHeader: boolean;
  drafts: Draft[];
  rejected: RejectedRow[];
  passedOver: PassedOverRow[];
}

/** Walks the rows of one sheet once, keeping what headings said and which item is being continued. */
export function collectDrafts(sheet: Sheet, named: Context): SheetDrafts {
  const walk = new Walk(sheet, named);
  for (let index = 0; index < sheet.rows.length; ) index = walk.step(index);
  return walk.result;
}

class Walk {
  readonly result: SheetDrafts = { hasHeader: false, drafts: [], rejected: [], passedOver: [] };
  private columns: Columns | null = null;
  private current: Draft | null = null;
  /** The item that rows with only a sub-item belong to. */
  private parent: { name: string; serial: string | null } | null = null;

  constructor(
    private readonly sheet: Sheet,
    /** What the headings so far say; at first what the sheet's name says. */
    private context: Context,
  ) {}

  /** Reads the row at `index`; returns the index of the next one. */
  step(index: number): number {
    const row = this.sheet.rows[index]!;
    const header = headerAt(this.sheet, index);
    if (header) {
      this.columns = header.columns;
      this.result.hasHeader = true;
      for (const { number } of this.sheet.rows.slice(index, header.next)) this.passOver(number, 'HEADER');
      return header.next;
    }
    if (!this.columns) this.applyHeading(row, headingAbove(row));
    else this.readRow(row, this.columns, this.sheet.rows[index + 1]);
    return index + 1;
  }

  private readRow(row: SheetRow, columns: Columns, below: SheetRow | undefined): void {
    if (![...row.cells.keys()].some((column) => columns.labelled.has(column))) return this.passOver(row.number, 'OUTSIDE');
    if (isColumnNumbers(row)) return this.passOver(row.number, 'HEADER');
    const heading = headingBetween(row, columns);
    if (heading) return this.applyHeading(row, heading);
    const own = ownValues(row, columns);
    if (own.name !== null && !isNone(own.name)) return this.readNamed(row, columns, own, below);
    this.readNameless(row, columns, own);
  }

  /** A row with a name of its own: an item, a sub-item by its serial, or the heading of sub-items below. */
  private readNamed(row: SheetRow, columns: Columns, own: RowValues, below: SheetRow | undefined): void {
    const parentSerial = partOf(own.serial);
    if (columns.subItem === null && parentSerial !== null && this.parent && (parentSerial === '' || parentSerial === this.parent.serial)) {
      return this.open(row, columns, own, this.parent.name, own.name);
    }
    const onlyNamed = own.category === null && own.basis.length === 0 && own.body === null && own.level === null && own.subItem === null;
    if (onlyNamed && below && this.holdsSubItem(below, columns)) {
      this.parent = { name: own.name!, serial: own.serial === null ? null : cleanLine(own.serial) };
      this.current = null;
      return this.passOver(row.number, 'PARENT');
    }
    const saysMore = columns.category !== null || columns.basis.length > 0 || columns.body !== null;
    if (onlyNamed && own.serial === null && own.code === null && columns.serials.length > 0 && saysMore && row.fromAbove.size === 0) {
      this.current = null;
      return this.reject(row.number, 'ONLY_A_NAME', '只有事项名称，没有序号、类型、依据和主体，无法判断是事项还是上一行的续行');
    }
    this.open(row, columns, own, own.name!, own.subItem);
    this.parent = { name: own.name!, serial: own.serial === null ? null : cleanLine(own.serial) };
  }

  /** A row without a name: a sub-item, more text of the item above, or the same item for another level or body. */
  private readNameless(row: SheetRow, columns: Columns, own: RowValues): void {
    const merged = mergedValues(row, columns);
    const underName = merged.name !== null;
    if (own.subItem !== null && !isNone(own.subItem) && this.parent) return this.open(row, columns, own, merged.name ?? this.parent.name, own.subItem);
    const texts = [...row.cells.keys()].filter((column) => !columns.serials.includes(column));
    if (texts.length === 0) return this.passOver(row.number, 'SERIAL_ONLY');
    const current = this.current;
    const looksWhole = (own.serial !== null && merged.serial === null) || own.category !== null;
    if (!current || (!underName && looksWhole)) {
      return this.reject(row.number, 'NO_NAME', '事项名称为空');
    }
    const name = merged.name ?? current.name!;
    if (underName && own.category !== null && bare(own.category) !== bare(current.category ?? '')) return this.open(row, columns, own, name, current.subItem);
    const differs = own.body !== null && bare(own.body) !== bare(current.body ?? '');
    const otherLevel = own.level !== null && isOtherLevel(own.level, current.level);
    if (otherLevel) {
      const { level, body, office, authoritySplit } = own;
      current.otherLevels.push({ row: row.number, level: level!, body: differs ? body : null, office, authoritySplit });
      return this.passOver(row.number, 'OTHER_LEVEL', current.row);
    }
    if (differs) return this.open(row, columns, own, name, current.subItem);
    for (const key of ['duty', 'responsibilities', 'accountability', 'remark'] as const) {
      if (own[key] !== null && !current[key].includes(own[key])) current[key].push(own[key]);
    }
    current.basis.push(...own.basis.filter((text) => !current.basis.includes(text)));
    current.office = [...new Set([current.office, own.office].filter((text) => text !== null))].join('\n') || null;
    current.untrusted ||= columns.basis.some(({ column }) => row.untrusted.has(column));
    this.passOver(row.number, 'CONTINUED', current.row);
  }

  /** Starts an item; what the row leaves to a merged cell above is taken from there. */
  private open(row: SheetRow, columns: Columns, own: RowValues, name: string, subItem: string | null): void {
    const merged = mergedValues(row, columns);
    const { category, body, level, basis, ticked } = own;
    const needed = [columns.name, columns.subItem, columns.category, columns.body, columns.level, ...columns.basis.map(({ column }) => column)];
    const list = (key: 'duty' | 'responsibilities' | 'accountability' | 'remark'): string[] => [own[key] ?? merged[key]].filter((text) => text !== null);
    this.current = {
      row: row.number,
      hidden: row.hidden,
      context: this.context,
      code: own.code ?? merged.code,
      name,
      subItem: subItem !== null && bare(subItem) !== bare(name) ? subItem : null,
      category: category ?? merged.category,
      basis: basis.length > 0 ? basis : merged.basis,
      body: body ?? merged.body,
      office: own.office ?? merged.office,
      level: level ?? merged.level,
      ticked: ticked.length > 0 ? ticked : merged.ticked,
      authoritySplit: own.authoritySplit ?? merged.authoritySplit,
      duty: list('duty'),
      responsibilities: list('responsibilities'),
      accountability: list('accountability'),
      supervisionPhone: own.supervisionPhone ?? merged.supervisionPhone,
      remark: list('remark'),
      otherLevels: [],
      untrusted: needed.some((column) => column !== null && row.untrusted.has(column)),
    };
    this.result.drafts.push(this.current);
  }

  private holdsSubItem(row: SheetRow, columns: Columns): boolean {
    const own = ownValues(row, columns);
    if (columns.subItem !== null) return own.name === null && own.subItem !== null && !isNone(own.subItem);
    return own.name !== null && partOf(own.serial) !== null;
  }

  private applyHeading(row: SheetRow, { kind, category, levels, body }: Heading): void {
    // Above the table the sheet's name knows better than a title; between items the nearest heading does.
    const named = kind === 'DEPARTMENT' || (kind === 'TITLE' && (this.columns !== null || this.context.body === null)) ? body : undefined;
    if (category || levels || named) {
      const { context } = this;
      this.context = { category: category ?? context.category, levels: levels ?? context.levels, body: named ?? context.body };
    }
    // A page footer or a repeated header may stand in the middle of an item that goes on below.
    if (kind !== 'NOTE' && kind !== 'SUBTOTAL') this.current = this.parent = null;
    this.passOver(row.number, kind);
  }

  private reject(row: number, code: RejectedRow['code'], reason: string): void {
    this.result.rejected.push({ row, code, reason });
  }

  private passOver(row: number, kind: PassedOverRow['kind'], of?: number): void {
    this.result.passedOver.push({ row, kind, ...(of !== undefined && { of: `第${of}行` }) });
  }
}

/** The serial of the item a row belongs to: `3-1`, `3.1` → `3`; `（1）`, `①` → '' (the item above); null for a whole item. */
function partOf(serial: string | null): string | null {
  if (serial === null) return null;
  const text = cleanLine(serial);
  const [, parent] = /^(\d+)[-.．－—–](?:\d+)$/.exec(text) ?? [];
  return parent ?? (/^(?:[（(]\d+[）)]|[①-⑳])$/.test(text) ? '' : null);
}

/** A row of column numbers below a header: 1 2 3 4 … or 甲 乙 1 2 …. */
function isColumnNumbers(row: SheetRow): boolean {
  const numbers: number[] = [];
  for (const cell of row.cells.values()) {
    const text = cleanLine(cell);
    if (/^[甲乙丙丁]$/.test(text)) continue;
    if (!/^[（(]?\d{1,2}[）)]?$/.test(text)) return false;
    numbers.push(Number(text.replace(/\D/g, '')));
  }
  return numbers.length >= 3 && numbers.every((number, index) => number === numbers[0]! + index);
}

function isOtherLevel(level: string, than: string | null): boolean {
  if (than === null) return false;
  const [mine, theirs] = [readLevels(level).levels, readLevels(than).levels];
  return mine.some((each) => !theirs.includes(each));
}
