import type { SheetRow } from '../../shared/tabular';
import { cleanLine, cleanText } from './clean-cell';
import type { Columns, Field } from './mandate-columns';

/** A row through the header's eyes, cleaned; null where it says nothing. */
export type RowValues = Readonly<Record<Exclude<Field, 'known'>, string | null>>;

/** Said once for several rows by a merged cell; the rest a row says itself or not at all. */
const SHARED: ReadonlySet<Field> = new Set(['agency', 'kind', 'office', 'unit', 'level', 'title', 'documentNumber', 'issuedOn', 'effectiveOn']);
const RUNNING: ReadonlySet<Field> = new Set(['text', 'duties', 'itemCodes']);
const FIELDS: readonly Exclude<Field, 'known'>[] = [
  'agency', 'kind', 'number', 'name', 'text', 'duties', 'itemCodes', 'office', 'unit', 'level', 'quota', 'actual', 'rank', 'title', 'documentNumber', 'issuedOn', 'effectiveOn',
];

export function rowValues(row: SheetRow, columns: Columns): RowValues {
  const value = (field: Field): string | null => {
    const column = columns.get(field);
    if (column === undefined) return null;
    const own = row.cells.get(column) ?? (SHARED.has(field) ? row.fromAbove.get(column) : undefined);
    return RUNNING.has(field) ? cleanText(own) : cleanLine(own);
  };
  return Object.fromEntries(FIELDS.map((field) => [field, value(field)])) as RowValues;
}

/** Columns of the header whose cell in this row is a formula's or an error, not its author's text. */
export const untrustedFields = (row: SheetRow, columns: Columns): Field[] =>
  [...columns].filter(([field, column]) => field !== 'known' && row.untrusted.has(column)).map(([field]) => field);

/** `12名`, `十二` → 12; null for what is no count. */
export const withoutMeasure = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').replace(/[名人个]$/, '');
