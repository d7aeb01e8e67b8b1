import { sheetJs } from './sheet-js';
import type { TabularLimits, TabularRefusal, TabularResult } from './sheet';
import { toSheets } from './workbook-sheets';

const MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const BOF = 0x0809;
const EOF = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const COLUMN_INFO = 0x007d;
/**
 * Records without cell text whose reading costs more than they are worth: a link or tooltip is spread over every cell
 * of its range, a theme is an archive inside the file (a damaged one never ends), notes refer to drawings that may be gone,
 * and a formatted but empty cell costs as much as a full one.
 */
const UNNEEDED = new Set([0x0201 /* empty cell */, 0x00be /* row of them */, 0x0896 /* theme */, 0x01b8 /* link */, 0x0800 /* tooltip */, 0x001c /* note */, 0x005d /* object */, 0x01b6 /* its text */]);
/** A record type that every reader skips by its length; sheets are found by offset, so nothing may move. */
const SKIPPED = 0x0863;
const MAX_COLUMNS = 2_000_000;

const DAMAGED: TabularRefusal = { ok: false, code: 'DAMAGED', message: '文件不完整或已损坏，请重新下载或另存后再导入' };
const ENCRYPTED: TabularRefusal = { ok: false, code: 'ENCRYPTED', message: '文件有密码保护，请去掉密码后再导入' };

interface CompoundFile {
  FileIndex: { name: string; size: number; content?: Uint8Array | number[] }[];
}

export function isCompoundFile(data: Buffer): boolean {
  return data.length >= MAGIC.length && data.subarray(0, MAGIC.length).equals(MAGIC);
}

/** `.xls`: an OLE compound file with a BIFF stream. A cut-off file must not pass as a short list, so the stream is walked first. */
export function readCompoundWorkbook(data: Buffer, limits: TabularLimits): TabularResult {
  let compound: CompoundFile;
  try {
    compound = sheetJs().CFB.read(data, { type: 'buffer' }) as CompoundFile;
  } catch {
    return DAMAGED;
  }
  if (compound.FileIndex.some(({ name }) => name === 'EncryptedPackage')) return ENCRYPTED;
  const stream = compound.FileIndex.find(({ name }) => /^(workbook|book)$/i.test(name));
  if (!stream) return { ok: false, code: 'NOT_A_SPREADSHEET', message: '不是电子表格文件（可能是文字文档改了扩展名）' };
  const content = Buffer.from(stream.content ?? []);
  if (content.length < stream.size) return DAMAGED;
  const state = walkRecords(content);
  if (state === 'encrypted') return ENCRYPTED;
  if (state === 'damaged') return DAMAGED;
  return toSheets(content, 'xls', limits);
}

/**
 * Follows the record headers: every substream that begins must end, and there is one per declared sheet.
 * Blanks the records that are not needed on the way.
 */
function walkRecords(stream: Buffer): 'whole' | 'damaged' | 'encrypted' {
  let depth = 0;
  let substreams = 0;
  let sheets = 0;
  let columns = 0;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    const next = at + 4 + length;
    if (next > stream.length) return 'damaged';
    if (type === BOF) depth += 1;
    else if (type === FILE_PASS) return 'encrypted';
    else if (type === BOUND_SHEET) sheets += 1;
    else if (type === COLUMN_INFO && length >= 4) columns += Math.max(0, stream.readUInt16LE(at + 6) - stream.readUInt16LE(at + 4));
    else if (UNNEEDED.has(type)) stream.writeUInt16LE(SKIPPED, at);
    else if (type === EOF && depth > 0) {
      depth -= 1;
      if (depth === 0) substreams += 1;
    } else if (depth === 0 && type === 0) break; // padding after the last substream
    at = next;
  }
  return depth === 0 && substreams > sheets && columns <= MAX_COLUMNS ? 'whole' : 'damaged';
}
