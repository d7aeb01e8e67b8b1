import { crc32, inflateRawSync } from 'node:zlib';
import type { TabularRefusal } from './sheet';

/** One file inside an archive, as its central directory declares it. */
interface Entry {
  path: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

type Unpacked = { ok: true; files: Map<string, Buffer> } | TabularRefusal;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64 = 0xffffffff;
const MAX_ENTRIES = 10_000;

const DAMAGED: TabularRefusal = { ok: false, code: 'DAMAGED', message: '文件不完整或已损坏，请重新下载或另存后再导入' };

/**
 * Unpacks the wanted files of a zip archive. The declared sizes are added up before anything is inflated, and each file
 * is inflated with its declared size as a hard stop, so neither an honest nor a lying bomb gets past the limit.
 */
export function unpackZip(data: Buffer, maxExpanded: number, wanted: (path: string) => boolean): Unpacked {
  const entries = readDirectory(data);
  if (!entries) return DAMAGED;
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > maxExpanded || entries.length > MAX_ENTRIES) return tooLarge(maxExpanded);
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!wanted(entry.path)) continue;
    if (entry.encrypted) return { ok: false, code: 'ENCRYPTED', message: '文件有密码保护，请去掉密码后再导入' };
    const content = unpack(data, entry);
    if (content === 'too large') return tooLarge(maxExpanded);
    if (!content) return DAMAGED;
    files.set(entry.path, content);
  }
  return { ok: true, files };
}

function tooLarge(maxExpanded: number): TabularRefusal {
  return { ok: false, code: 'EXPANDS_TOO_LARGE', message: `文件解压后超过 ${Math.floor(maxExpanded / 1024 / 1024)} MB，拒绝打开` };
}

function readDirectory(data: Buffer): Entry[] | null {
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > data.length || data.readUInt32LE(end) !== END_OF_DIRECTORY) return null;
  const entries: Entry[] = [];
  let at = data.readUInt32LE(end + 16);
  const count = data.readUInt16LE(end + 10);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || data.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const [nameLength, extraLength, commentLength] = [data.readUInt16LE(at + 28), data.readUInt16LE(at + 30), data.readUInt16LE(at + 32)];
    const nameEnd = at + 46 + nameLength;
    if (nameEnd + extraLength + commentLength > end) return null;
    const entry: Entry = {
      path: data.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/').replace(/^\/+/, ''),
      method: data.readUInt16LE(at + 10),
      encrypted: (data.readUInt16LE(at + 8) & 1) === 1,
      crc: data.readUInt32LE(at + 16),
      packedSize: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      offset: data.readUInt32LE(at + 42),
    };
    widen(entry, data.subarray(nameEnd, nameEnd + extraLength));
    entries.push(entry);
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
}

/** Streaming writers put sizes into the ZIP64 extra field even for small files. */
function widen(entry: Entry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    for (const key of ['size', 'packedSize', 'offset'] as const) {
      if (entry[key] !== ZIP64 || next + 8 > extra.length) continue;
      entry[key] = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
  }
}

function unpack(data: Buffer, entry: Entry): Buffer | 'too large' | null {
  const { offset, packedSize, size, method } = entry;
  if (offset + 30 > data.length || data.readUInt32LE(offset) !== LOCAL_HEADER) return null;
  const start = offset + 30 + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28);
  if (start + packedSize > data.length) return null;
  const packed = data.subarray(start, start + packedSize);
  let content: Buffer;
  try {
    content = method === 8 ? inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) }) : packed;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : null;
  }
  if ((method !== 0 && method !== 8) || content.length !== size || crc32(content) !== entry.crc) return null;
  return content;
}

/** Packs files into an archive without compression: how a checked workbook is handed on. */
export function packStored(files: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path, 'utf8');
    const header = Buffer.alloc(30);
    header.writeUInt32LE(LOCAL_HEADER, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt32LE(crc32(content), 14);
    header.writeUInt32LE(content.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(name.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(DIRECTORY_ENTRY, 0);
    record.writeUInt16LE(20, 4);
    header.copy(record, 6, 4, 28);
    record.writeUInt32LE(offset, 42);
    bodies.push(header, name, content);
    directory.push(record, name);
    offset += header.length + name.length + content.length;
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
