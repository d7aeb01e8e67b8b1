import { CFB } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { deflateRawSync } from 'node:zlib';
import { openTabular, TABULAR_LIMITS, type Sheet, type TabularResult } from '../../../services/shared/tabular';
import { packStored } from '../../../services/shared/tabular/zip-archive';
import { workbookBytes, type CellValue } from '../../support/spreadsheets';

const rows: CellValue[][] = [['名称', '数'], ['甲', 1], [null, null], ['乙', 2]];

function sheetsOf(result: TabularResult): Sheet[] {
  if (!result.ok) throw new Error(result.message);
  return result.sheets;
}

const texts = (sheet: Sheet): [number, string[]][] => sheet.rows.map((row) => [row.number, [...row.cells.values()]]);

/** Where a file's record begins in the central directory of an archive. */
function directoryRecord(archive: Buffer, path: string): number {
  return archive.lastIndexOf(Buffer.from(path)) - 46;
}

describe('what a file is, by its content', () => {
  test.each([
    ['xls', 'a.xlsx', workbookBytes({ 表: rows }, 'biff8')],
    ['xlsx', 'a.csv', workbookBytes({ 表: rows })],
    ['csv', 'a.xls', Buffer.from('名称,数\n甲,1\n,\n乙,2')],
    ['csv', 'a.csv', iconv.encode('名称,数\r\n甲,1\r\n\r\n乙,2', 'gb18030')],
    ['csv', 'a.csv', Buffer.from('\uFEFF名称\t数\n甲\t1\n\n乙\t2')],
    ['csv', 'a.csv', Buffer.from('\uFEFF名称\t数\n甲\t1\n\n乙\t2', 'utf16le')],
  ])('%s in %s', (format, fileName, bytes) => {
    const result = openTabular(fileName, bytes);
    expect(result).toMatchObject({ ok: true, format });
    expect(texts(sheetsOf(result)[0]!)).toEqual([[1, ['名称', '数']], [2, ['甲', '1']], [4, ['乙', '2']]]);
  });

  const wordFile = CFB.utils.cfb_new() as object;
  CFB.utils.cfb_add(wordFile, 'WordDocument', Buffer.alloc(5000));
  const encrypted = CFB.utils.cfb_new() as object;
  CFB.utils.cfb_add(encrypted, 'EncryptedPackage', Buffer.alloc(5000));

  test.each([
    ['EMPTY_FILE', 'no bytes', Buffer.alloc(0)],
    ['NOT_A_SPREADSHEET', 'a PDF', Buffer.from('%PDF-1.7\nabc')],
    ['NOT_A_SPREADSHEET', 'a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46])],
    ['NOT_A_SPREADSHEET', 'a web page', Buffer.from('\n<!DOCTYPE html><p>找不到网页</p>')],
    ['NOT_A_SPREADSHEET', 'a zip of something else', packStored(new Map([['word/document.xml', Buffer.from('<w/>')]]))],
    ['NOT_A_SPREADSHEET', 'an old word file', CFB.write(wordFile, { type: 'buffer' }) as Buffer],
    ['ENCRYPTED', 'a workbook with a password', CFB.write(encrypted, { type: 'buffer' }) as Buffer],
    ['DAMAGED', 'UTF-8 cut inside a character', Buffer.from('名称,数\n甲,乙').subarray(0, -1)],
    ['DAMAGED', 'a quote that never closes', Buffer.from('名称,数\n"甲,1\n乙,2')],
  ])('refuses with %s: %s', (code, _what, bytes) => {
    expect(openTabular('a.xlsx', bytes)).toMatchObject({ ok: false, code });
  });
});

describe('cells', () => {
  it('gives a merged cell’s text to every row it reaches, once', () => {
    const bytes = workbookBytes({ 表: { rows: [['甲', '乙', '丙'], ['一', 1, null], [null, 2, null], [null, 3, 'x']], merges: ['A2:A4', 'B1:C1'] } });
    const [sheet] = sheetsOf(openTabular('a.xlsx', bytes));
    expect(sheet!.rows.map(({ fromAbove }) => fromAbove.get(0))).toEqual([undefined, undefined, '一', '一']);
    expect(sheet!.rows[0]!.spans.get(1)).toBe(2);
  });

  // Only the sheet in BIFF: the library reads hidden rows there but does not write them.
  test.each([['xlsx', [false, true]], ['biff8', [false, false]]] as const)('knows what is hidden (%s)', (bookType, rowsHidden) => {
    const bytes = workbookBytes({ 表: { rows: [['甲', '乙'], ['一', '二']], hiddenRows: [2] }, 藏: { rows: [['丙']], hidden: true } }, bookType);
    const [shown, hidden] = sheetsOf(openTabular('a', bytes));
    expect(shown!.rows.map((row) => row.hidden)).toEqual(rowsHidden);
    expect([shown!.hidden, hidden!.hidden]).toEqual([false, true]);
  });

  it('reads stored values of formulas and never trusts one without, nor one that starts a program', () => {
    const formulas = {
      A1: { formula: '"对"&"甲"', value: '对甲' },
      B1: { formula: "cmd|'/c calc'!A0" },
      C1: { formula: "cmd|'/c calc'!A0", value: '看起来正常' },
      D1: { formula: 'A1+1', value: 2 },
    };
    const [sheet] = sheetsOf(openTabular('a.xlsx', workbookBytes({ 表: { rows: [['', '', '', '', '=HYPERLINK("x")', '@SUM(1)', '+86', '-甲']], formulas } })));
    const [row] = sheet!.rows;
    expect(row!.cells.get(0)).toBe('对甲');
    expect([...row!.untrusted]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('numbers rows of a CSV as a spreadsheet program does, line breaks inside cells included', () => {
    const [sheet] = sheetsOf(openTabular('某表.csv', Buffer.from('a,b\n"x\ny",1\n\n , \u3000\n3,4')));
    expect(sheet!.name).toBe('某表');
    expect(texts(sheet!)).toEqual([[1, ['a', 'b']], [2, ['x\ny', '1']], [5, ['3', '4']]]);
  });
});

describe('files made to hurt', () => {
  const book = workbookBytes({ 表: rows });

  it('refuses more than 20 MB', () => {
    expect(openTabular('a.csv', Buffer.alloc(TABULAR_LIMITS.bytes + 1, 0x61))).toMatchObject({ ok: false, code: 'FILE_TOO_LARGE' });
  });

  it('adds up declared sizes before it inflates anything', () => {
    const bomb = Buffer.from(book);
    bomb.writeUInt32LE(300 * 1024 * 1024, directoryRecord(bomb, 'xl/worksheets/sheet1.xml') + 24);
    expect(openTabular('a.xlsx', bomb)).toMatchObject({ ok: false, code: 'EXPANDS_TOO_LARGE' });
  });

  it('stops inflating at the declared size when the directory lies', () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000, 0x20));
    const bomb = packStored(new Map([['xl/workbook.xml', packed]]));
    const record = directoryRecord(bomb, 'xl/workbook.xml');
    bomb.writeUInt16LE(8, record + 10);
    expect(openTabular('a.xlsx', bomb)).toMatchObject({ ok: false, code: 'EXPANDS_TOO_LARGE' });
  });

  it('refuses a real bomb by the expanded limit', () => {
    const small = { ...TABULAR_LIMITS, expandedBytes: 2000 };
    expect(openTabular('a.xlsx', book, small)).toMatchObject({ ok: false, code: 'EXPANDS_TOO_LARGE' });
    expect(openTabular('a.xlsx', book, { ...TABULAR_LIMITS, cells: 3 })).toMatchObject({ ok: false, code: 'TOO_MANY_CELLS' });
  });

  test.each([0.02, 0.3, 0.6, 0.9, 0.99])('refuses a workbook cut off at %p of its length', (share) => {
    const many = Array.from({ length: 3000 }, (_, index) => [index, `第${index}项的名称`]);
    for (const bookType of ['xlsx', 'biff8'] as const) {
      const bytes = workbookBytes({ 表: many }, bookType);
      expect(openTabular('a', bytes.subarray(0, Math.floor(bytes.length * share)))).toMatchObject({ ok: false, code: 'DAMAGED' });
    }
  });

  it('refuses an archive with a changed byte', () => {
    const bytes = Buffer.from(book);
    const at = bytes.indexOf(Buffer.from('xl/worksheets/sheet1.xml')) + 60;
    bytes[at] = bytes[at]! ^ 0xff;
    expect(openTabular('a.xlsx', bytes)).toMatchObject({ ok: false, code: 'DAMAGED' });
  });

  it('takes a million empty columns in its stride', () => {
    const csv = Buffer.from(['名称,数', '甲,1'].map((line) => line + ','.repeat(1_000_000)).join('\n'));
    expect(texts(sheetsOf(openTabular('a.csv', csv))[0]!)).toEqual([[1, ['名称', '数']], [2, ['甲', '1']]]);
    const empty = Array.from({ length: 1_000_000 }, () => '<c s="0"/>').join('');
    const xml =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:BDWGN2"/><cols><col min="1" max="1000000" width="9"/></cols>' +
      `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c>${empty}</row><row r="1048576" s="1"/></sheetData></worksheet>`;
    const [sheet] = sheetsOf(openTabular('a.xlsx', withSheet(xml)));
    expect(texts(sheet!)).toEqual([[1, ['名称']]]);
  });

  it('takes a million empty cells with a format in its stride (.xls)', () => {
    const columns = 250;
    const empty = Array.from({ length: 4000 }, (_, row) => {
      const record = Buffer.alloc(4 + 6 + 2 * columns);
      record.writeUInt16LE(0x00be, 0);
      record.writeUInt16LE(6 + 2 * columns, 2);
      record.writeUInt16LE(row + 10, 4);
      record.writeUInt16LE(columns - 1, 8 + 2 * columns);
      return record;
    });
    expect(texts(sheetsOf(openTabular('a.xls', withRecords(empty)))[0]!)).toEqual([[1, ['名称', '数']], [2, ['甲', '1']], [4, ['乙', '2']]]);
  });

  it('knows which columns are hidden among those that only have a width', () => {
    const columns = '<col min="1" max="1" width="9"/><col min="2" max="2" hidden="1" width="9"/><col min="3" max="16384" width="9" customWidth="1"/>';
    const xml =
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>${columns}</cols>` +
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>数</t></is></c></row></sheetData></worksheet>';
    const [sheet] = sheetsOf(openTabular('a.xlsx', withSheet(xml)));
    expect(texts(sheet!)).toEqual([[1, ['名称', '数']]]);
    expect([...sheet!.hiddenColumns]).toEqual([1]);
    expect(openTabular('a.xlsx', withSheet(xml.replace('16384', '16384000')))).toMatchObject({ ok: false, code: 'DAMAGED' });
  });

  it('does not spread links over the cells of their ranges', () => {
    const xml =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row></sheetData>' +
      `<hyperlinks>${'<hyperlink ref="A1:XFD1048576" location="x"/>'.repeat(50)}</hyperlinks></worksheet>`;
    const link = Buffer.alloc(36);
    link.writeUInt16LE(0x01b8, 0);
    link.writeUInt16LE(32, 2);
    link.writeUInt16LE(0xffff, 6);
    link.writeUInt16LE(0xff, 10);
    // Spread, fifty times seventeen milliard cells: no time and no memory would do.
    expect(texts(sheetsOf(openTabular('a.xlsx', withSheet(xml)))[0]!)).toEqual([[1, ['名称']]]);
    expect(texts(sheetsOf(openTabular('a.xls', withRecords(Array(300).fill(link))))[0]!)).toEqual([[1, ['名称', '数']], [2, ['甲', '1']], [4, ['乙', '2']]]);
  });

  /** A BIFF workbook with records added before the end of its only sheet. */
  function withRecords(records: Buffer[]): Buffer {
    const file = CFB.read(workbookBytes({ 表: rows }, 'biff8'), { type: 'buffer' }) as { FileIndex: { name: string; content: Uint8Array }[] };
    const stream = Buffer.from(file.FileIndex.find(({ name }) => name === 'Workbook')!.content);
    const written = CFB.utils.cfb_new() as object;
    const end = stream.lastIndexOf(Buffer.from([0x0a, 0, 0, 0]));
    CFB.utils.cfb_add(written, 'Workbook', Buffer.concat([stream.subarray(0, end), ...records, stream.subarray(end)]));
    return CFB.write(written, { type: 'buffer' }) as Buffer;
  }

  /** A workbook whose only sheet is the given XML. */
  function withSheet(xml: string): Buffer {
    const archive = CFB.read(book, { type: 'buffer' }) as { FullPaths: string[]; FileIndex: { content: Buffer }[] };
    const files = new Map<string, Buffer>();
    archive.FullPaths.forEach((path, index) => {
      const name = path.replace(/^Root Entry\//, '');
      if (!name.endsWith('/') && archive.FileIndex[index]!.content) files.set(name, Buffer.from(archive.FileIndex[index]!.content));
    });
    files.set('xl/worksheets/sheet1.xml', Buffer.from(xml));
    return packStored(files);
  }
});
