import { openTabular } from '../../shared/tabular';
import type { ReadMandatesResult } from './parsed-mandate';
import { readMandateJson } from './read-mandate-json';
import { readMandateSheets } from './read-mandate-sheets';
import { headerIn } from './mandate-columns';

export type { NotTaken, ParsedDuty, ParsedMandate, ParsedMandateFile, ParsedOffice, ReadMandatesResult } from './parsed-mandate';

export interface MandateFile {
  fileName: string;
  bytes: Uint8Array;
}

/** A city has some 60 agencies of at most a few hundred rows each. */
const MOST_ROWS = 50_000;
const MOST_JSON_BYTES = 5 * 1024 * 1024;

/** Reads mandates (三定) from `.json`, `.xlsx`, `.xls` or `.csv`, told by content. Knows no database; refuses as a value. */
export function readMandateFile({ fileName, bytes }: MandateFile): ReadMandatesResult {
  const file = fileName.replace(/^.*[\\/]/, '');
  const refuse = (code: string, message: string): ReadMandatesResult => ({ ok: false, code, message: `文件“${file}”：${message}` });
  if (looksLikeJson(bytes)) {
    if (bytes.length > MOST_JSON_BYTES) return refuse('FILE_TOO_LARGE', `JSON 超过 ${MOST_JSON_BYTES / 1024 / 1024} MB`);
    return readMandateJson(file, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  }
  const opened = openTabular(file, bytes);
  if (!opened.ok) return refuse(opened.code, opened.message);
  const sheets = opened.sheets.filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) return refuse('EMPTY_FILE', '没有任何内容');
  if (sheets.reduce((count, { rows }) => count + rows.length, 0) > MOST_ROWS) return refuse('TOO_MANY_ROWS', `有内容的行超过 ${MOST_ROWS} 行，请拆分后再导入`);
  if (!sheets.some(({ rows }) => rows.some((row) => headerIn(row) !== null)))
    return refuse('NO_HEADER', '没有找到表头（至少要有内容、名称或核定数，和另一列，如类别、序号、机构）');
  return { ok: true, file: readMandateSheets(file, sheets) };
}

/** The first character that is not white space, after a byte order mark. */
function looksLikeJson(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const first = bytes.subarray(start, start + 1000).find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  return first === 0x5b || first === 0x7b;
}
