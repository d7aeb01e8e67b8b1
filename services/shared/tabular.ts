import { isCompoundFile, readCompoundWorkbook } from './tabular/compound-file';
import { looksBinary, looksLikeMarkup, readDelimited } from './tabular/delimited';
import { isZip, readZippedWorkbook } from './tabular/zipped-workbook';
import type { TabularLimits, TabularResult } from './tabular/sheet';

export type { Sheet, SheetRow, TabularLimits, TabularRefusal, TabularResult } from './tabular/sheet';

const MEGABYTE = 1024 * 1024;

/** What one uploaded table may cost. Checked before anything is expanded, so that a bomb costs no more than its directory. */
export const TABULAR_LIMITS: TabularLimits = {
  bytes: 20 * MEGABYTE,
  expandedBytes: 200 * MEGABYTE,
  /** Cells with a value. 1.5 million cost the workbook library 3 s and 0.6 GB. */
  cells: 1_500_000,
};

/**
 * Opens a table file as sheets of text cells. The bytes decide what it is, never the extension:
 * offices save BIFF as `.xlsx` and CSV as `.xls`.
 */
export function openTabular(fileName: string, bytes: Uint8Array, limits: TabularLimits = TABULAR_LIMITS): TabularResult {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length === 0) return { ok: false, code: 'EMPTY_FILE', message: '文件是空的' };
  if (data.length > limits.bytes) {
    return { ok: false, code: 'FILE_TOO_LARGE', message: `文件超过 ${Math.floor(limits.bytes / MEGABYTE)} MB` };
  }
  if (isZip(data)) return readZippedWorkbook(data, limits);
  if (isCompoundFile(data)) return readCompoundWorkbook(data, limits);
  if (looksBinary(data)) return { ok: false, code: 'NOT_A_SPREADSHEET', message: '不是电子表格文件（只接受 .xls、.xlsx、.csv）' };
  if (looksLikeMarkup(data)) {
    return { ok: false, code: 'NOT_A_SPREADSHEET', message: '内容是网页或 XML，不是电子表格；请用电子表格软件另存为 .xlsx 后再导入' };
  }
  return readDelimited(fileName, data, limits);
}
