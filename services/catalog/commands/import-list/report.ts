import type { ParsedList, RejectedRow } from '../../importers/parsed-list';
import type { ListedPower } from '../../rules/listed-power';

/** What became of every row of one sheet: rowsRead = imported + unchanged + rejected. */
export interface SheetReport {
  name: string;
  rowsRead: number;
  /** Listed for the first time or changed. */
  imported: number;
  unchanged: number;
  rejected: RejectedRow[];
  /** Rows with content that state no item: titles, headers, continuations. */
  passedOver: { row: number; kind: string }[];
}

/** What became of every row of one file. */
export interface ImportReport {
  file: string;
  sheets: SheetReport[];
}

/** Counts what the command did against what the file holds. `written` are the powers that were new or changed. */
export function reportOf(
  list: ParsedList,
  unplaced: ReadonlyMap<string, RejectedRow[]>,
  written: ReadonlySet<Pick<ListedPower, 'sheet' | 'row'>>,
): ImportReport {
  const places = new Map<string, number>();
  for (const { sheet } of written) places.set(sheet, (places.get(sheet) ?? 0) + 1);
  return {
    file: list.fileName,
    sheets: list.sheets.map((sheet) => {
      const rejected = [...sheet.rejected, ...(unplaced.get(sheet.name) ?? [])].toSorted((a, b) => a.row - b.row);
      const imported = places.get(sheet.name) ?? 0;
      const { name, rowsRead, passedOver } = sheet;
      return { name, rowsRead, imported, unchanged: sheet.powers.length - imported - (unplaced.get(sheet.name)?.length ?? 0), rejected, passedOver };
    }),
  };
}
