import type { TabularLimits, TabularResult } from './sheet';
import { toSheets } from './workbook-sheets';
import { packStored, unpackZip } from './zip-archive';

export function isZip(data: Buffer): boolean {
  return data.length > 4 && data[0] === 0x50 && data[1] === 0x4b && data[2] === 0x03 && data[3] === 0x04;
}

/** Parts that hold no cell text; leaving them packed keeps pictures, macros and links to other files out of the process. */
const UNNEEDED =
  /(^|\/)(activeX|charts|chartsheets|comments\d*|ctrlProps|customXml|docProps|drawings|embeddings|externalLinks|media|persons|pivot\w*|printerSettings|queryTables|revisions|slicer\w*|tables|theme|threadedComments|vbaProject)(\/|\.|\d)|worksheets\/_rels\//i;
const SHEET_PART = /(^|\/)worksheets\/[^/]+\.xml$/i;
const MAX_COLUMNS = 2_000_000;

/** `.xlsx`: checked, stripped of what holds no text, then read. */
export function readZippedWorkbook(data: Buffer, limits: TabularLimits): TabularResult {
  const unpacked = unpackZip(data, limits.expandedBytes, (path) => /\.(xml|rels)$/i.test(path) && !UNNEEDED.test(path));
  if (!unpacked.ok) return unpacked;
  const { files } = unpacked;
  if (![...files.keys()].some((path) => /(^|\/)workbook\.xml$/i.test(path))) {
    return { ok: false, code: 'NOT_A_SPREADSHEET', message: '压缩包里没有 .xlsx 工作簿；请用电子表格软件另存为 .xlsx 后再导入' };
  }
  let cells = 0;
  for (const [path, content] of files) {
    if (!SHEET_PART.test(path)) continue;
    const whole = content.toString('latin1');
    if (widestColumn(whole) > MAX_COLUMNS) return { ok: false, code: 'DAMAGED', message: '工作表的列定义超出范围，文件可能已损坏' };
    const xml = withoutIdleParts(whole);
    cells += occurrences(xml, '<c ') + occurrences(xml, ':c ');
    files.set(path, Buffer.from(xml, 'latin1'));
  }
  if (cells > limits.cells) return { ok: false, code: 'TOO_MANY_CELLS', message: `单元格超过 ${limits.cells} 个，请拆分后再导入` };
  return toSheets(packStored(files), 'xlsx', limits);
}

/**
 * A formatted but empty cell costs the library as much as a full one, and exported lists carry up to 10⁶ of them.
 * Latin-1 in and out keeps the bytes of every other character as they are.
 * `t="array"` and links go too: the library compares every cell with every array formula and spreads a link over every
 * cell of its range. So do widths: it makes a record for each of the 16,384 columns that a column definition may span,
 * and only those that are hidden say anything.
 */
function withoutIdleParts(xml: string): string {
  return xml
    .replace(/<(?:\w+:)?col (?![^<>]*\bhidden=)[^<>]*>/g, '')
    .replace(/<(?:\w+:)?hyperlink [^<>]*>/g, '')
    .replace(/<(\w+:)?c(?: [^<>]*)?(?:\/>|><\/(?:\w+:)?c>)/g, '')
    .replace(/<(\w+:)?row(?: [^<>]*)?(?:\/>|>\s*<\/(?:\w+:)?row>)/g, '')
    .replace(/(<(?:\w+:)?f [^<>]*)t="array"/g, '$1');
}

function widestColumn(xml: string): number {
  let widest = 0;
  for (const [, max] of xml.matchAll(/<(?:\w+:)?col [^<>]*\bmax=["'](\d+)["']/g)) widest = Math.max(widest, Number(max));
  return widest;
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
