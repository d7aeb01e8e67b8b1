import type { ReadGuides, RejectedRow } from '../../importers/read-guide';

/** Something a row says that was left unsaid, in Chinese. */
export interface RowNote {
  row: number;
  note: string;
}

/** What became of every row of one sheet: rowsRead = imported + unchanged + rejected. */
export interface GuideSheetReport {
  name: string;
  rowsRead: number;
  imported: number;
  unchanged: number;
  rejected: RejectedRow[];
  notes: RowNote[];
}

export interface GuideImportReport {
  file: string;
  /** Guides taken. */
  guides: number;
  sheets: GuideSheetReport[];
}

/** What became of one guide. */
export type GuideFate = { kind: 'IMPORTED' | 'UNCHANGED'; notes: readonly string[] } | { kind: 'REJECTED'; rejected: RejectedRow };

/** Accounts for every row of a file; `fates` in the order the guides were read. */
export function reportOf({ fileName, sheets }: ReadGuides, fates: readonly GuideFate[]): GuideImportReport {
  let at = 0;
  const reports = sheets.map(({ name, guides, rejected }): GuideSheetReport => {
    const report: GuideSheetReport = { name, rowsRead: rejected.length, imported: 0, unchanged: 0, rejected: [...rejected], notes: [] };
    for (const { place, rows } of guides) {
      const fate = fates[at++]!;
      report.rowsRead += rows.length;
      if (fate.kind === 'REJECTED') {
        report.rejected.push(...rows.map((row) => ({ ...fate.rejected, row })));
        continue;
      }
      if (fate.kind === 'IMPORTED') report.imported += rows.length;
      else report.unchanged += rows.length;
      report.notes.push(...fate.notes.map((note) => ({ row: place.row, note })));
    }
    report.rejected.sort((a, b) => a.row - b.row);
    return report;
  });
  return { file: fileName, guides: fates.filter(({ kind }) => kind === 'IMPORTED').length, sheets: reports };
}
