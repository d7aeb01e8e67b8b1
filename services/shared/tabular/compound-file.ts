import { CFB } from '@e965/xlsx';
import type { TabularLimits, TabularRefusal, TabularResult } from './sheet';
import { toSheets } from './workbook-sheets';

const MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const BOF = 0x0809;
const EOF = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;

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
    compound = CFB.read(data, { type: 'buffer' }) as CompoundFile;
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
  if (state === 'cut off') return DAMAGED;
  return toSheets(data, 'xls', limits);
}

/** Follows the record headers: every substream that begins must end, and there is one per declared sheet. */
function walkRecords(stream: Buffer): 'whole' | 'cut off' | 'encrypted' {
  let depth = 0;
  let substreams = 0;
  let sheets = 0;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const next = at + 4 + stream.readUInt16LE(at + 2);
    if (next > stream.length) return 'cut off';
    if (type === BOF) depth += 1;
    else if (type === FILE_PASS) return 'encrypted';
    else if (type === BOUND_SHEET) sheets += 1;
    else if (type === EOF && depth > 0) {
      depth -= 1;
      if (depth === 0) substreams += 1;
    } else if (depth === 0 && type === 0) break; // padding after the last substream
    at = next;
  }
  return depth === 0 && substreams > sheets ? 'whole' : 'cut off';
}
