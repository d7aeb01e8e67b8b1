import { accept, refuse, type Outcome } from '../../shared/outcome';
import { openTabular } from '../../shared/tabular';
import { readJsonGuides } from './json-guides';
import type { ReadGuides } from './read-guide';
import { readTableGuides } from './table-guides';

/** A guide has tens of rows; a city's whole stock some 100,000. */
const MOST_ROWS = 100_000;
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Reads a file of guides, told by its content: JSON, or a table (`.xlsx`, `.xls`, `.csv`) with one material or step a row.
 * Knows no database. A file that cannot be read at all is refused; a row that cannot is rejected.
 */
export function readGuideFile(fileName: string, bytes: Uint8Array): Outcome<ReadGuides> {
  const file = fileName.replace(/^.*[\\/]/, '').slice(0, 200);
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length > MOST_BYTES) return refuse('FILE_TOO_LARGE', null, `文件“${file}”：超过 20 MB`);
  if (looksLikeJson(data)) {
    const read = readJsonGuides(file, data.toString('utf8'));
    return 'code' in read ? refuse(read.code, null, read.message) : accept({ fileName: file, sheets: [read] });
  }
  const opened = openTabular(file, data);
  if (!opened.ok) return refuse(opened.code, null, `文件“${file}”：${opened.message}`);
  const sheets = opened.sheets.filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) return refuse('EMPTY_FILE', null, `文件“${file}”：没有任何内容`);
  if (sheets.reduce((count, { rows }) => count + rows.length, 0) > MOST_ROWS) return refuse('TOO_MANY_ROWS', null, `文件“${file}”：有内容的行超过 ${MOST_ROWS} 行，请拆分后再导入`);
  return accept({ fileName: file, sheets: sheets.map(readTableGuides) });
}

const looksLikeJson = (data: Buffer): boolean => /^\uFEFF?\s*[[{]/.test(data.subarray(0, 1024).toString('utf8'));
