import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { isBlank, looksLikeFormula, NO_COLUMNS, NO_SPANS, NO_TEXTS, type SheetRow, type TabularLimits, type TabularResult } from './sheet';

const UTF16_LITTLE = Buffer.from([0xff, 0xfe]);
const DELIMITERS = [',', '\t', ';', '，'];

/** Control characters that no text file has (UTF-16 text is told by its mark). */
export function looksBinary(data: Buffer): boolean {
  if (data.subarray(0, 2).equals(UTF16_LITTLE)) return false;
  if (data.subarray(0, 5).toString('latin1') === '%PDF-') return true;
  return data.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1a);
}

/** Many systems name an HTML table or XML spreadsheet `.xls`. */
export function looksLikeMarkup(data: Buffer): boolean {
  return /^[\s\uFEFF]*<(!doctype|html|\?xml|head|body|table|meta|workbook)/i.test(data.subarray(0, 1024).toString('utf8'));
}

/** CSV in UTF-8 (with or without mark), UTF-16 with mark, or GB18030, which is what office programs write in China. */
export function readDelimited(fileName: string, data: Buffer, limits: TabularLimits): TabularResult {
  const text = decode(data);
  if (text === null) return { ok: false, code: 'DAMAGED', message: '文字编码不是 UTF-8 或 GB18030，或文件在中途截断' };
  let cellCount = 0;
  const rows: SheetRow[] = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      onRecord: (record: string[], { records }) => {
        const row = toRow(records, record);
        cellCount += row.cells.size;
        if (row.cells.size > 0) rows.push(row);
        return null;
      },
    });
  } catch {
    return { ok: false, code: 'DAMAGED', message: '引号没有成对，文件可能在中途截断' };
  }
  if (cellCount > limits.cells) return { ok: false, code: 'TOO_MANY_CELLS', message: `单元格超过 ${limits.cells} 个，请拆分后再导入` };
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '') || 'CSV';
  return { ok: true, format: 'csv', sheets: [{ name, hidden: false, rows, hiddenColumns: NO_COLUMNS }] };
}

function toRow(number: number, record: readonly string[]): SheetRow {
  const cells = new Map<number, string>();
  const untrusted = new Set<number>();
  record.forEach((text, column) => {
    if (text === '' || isBlank(text)) return;
    cells.set(column, text);
    if (looksLikeFormula(text)) untrusted.add(column);
  });
  return { number, hidden: false, cells, fromAbove: NO_TEXTS, spans: NO_SPANS, untrusted: untrusted.size > 0 ? untrusted : NO_COLUMNS };
}

function decode(data: Buffer): string | null {
  if (data.subarray(0, 2).equals(UTF16_LITTLE)) return iconv.decode(data, 'utf16le');
  const body = data.at(-1) === 0x1a ? data.subarray(0, -1) : data; // Ctrl-Z of old exports
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const text = decoder.decode(body, { stream: true });
    // A tail that is not a whole character: cut off in the middle. Without this check GB18030 would turn it into nonsense.
    const rest = body.length - Buffer.byteLength(text) - (startsWithMark(body) ? 3 : 0);
    return rest === 0 ? text : null;
  } catch {
    const text = iconv.decode(body, 'gb18030');
    return text.includes('\uFFFD') ? null : text;
  }
}

function startsWithMark(data: Buffer): boolean {
  return data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf;
}

/** The delimiter that occurs most in the first lines, outside quotes. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"?/g, '');
  const counts = DELIMITERS.map((delimiter) => start.split(delimiter).length);
  return counts[0]! > 1 ? ',' : DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
