import iconv from 'iconv-lite';
import { openTabular } from '../../../services/shared/tabular';
import { sheetJs } from '../../../services/shared/tabular/sheet-js';

const WORKBOOK_CODEPAGE = 0x0042;
const GBK = 936;

/** A workbook of one sheet; no test here may load the library by itself, since it would bring its tables along. */
function written(bookType: 'biff5' | 'biff8', sheet: string, rows: string[][]): Buffer {
  const { utils, write } = sheetJs();
  return write({ SheetNames: [sheet], Sheets: { [sheet]: utils.aoa_to_sheet(rows) } }, { type: 'buffer', bookType }) as Buffer;
}

/** As offices wrote them before Unicode: the library writes Latin letters only, which words of as many bytes replace. */
function inGbk(workbook: Buffer, words: Record<string, string>): Buffer {
  const { CFB } = sheetJs();
  const { FileIndex } = CFB.read(workbook, { type: 'buffer' }) as { FileIndex: { name: string; content: Uint8Array }[] };
  const stream = Buffer.from(FileIndex.find(({ name }) => name === 'Book')!.content);
  for (const [letters, word] of Object.entries(words)) iconv.encode(word, 'gbk').copy(stream, stream.indexOf(letters));
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2))
    if (stream.readUInt16LE(at) === WORKBOOK_CODEPAGE) stream.writeUInt16LE(GBK, at + 4);
  const file = CFB.utils.cfb_new() as object;
  CFB.utils.cfb_add(file, 'Book', stream);
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}

const sheetOf = (bytes: Buffer) => {
  const opened = openTabular('a.xls', bytes);
  if (!opened.ok) throw new Error(opened.message);
  return opened.sheets.map(({ name, rows }) => [name, ...rows.map(({ cells }) => [...cells.values()])])[0];
};

describe('the codepages of a workbook', () => {
  it('are UTF-16 since 1997, whatever the character', () => {
    const rows = [['名称', '数'], ['取水许可𠮷', '—“é”']];
    expect(sheetOf(written('biff8', '表', rows))).toEqual(['表', ...rows]);
  });

  it('are that of its country before', () => {
    const bytes = inGbk(written('biff5', 'DD', [['AAAA', 'BB'], ['CCCCCCCC', '1']]), { AAAA: '名称', BB: '数', CCCCCCCC: '取水许可', DD: '表' });
    expect(sheetOf(bytes)).toEqual(['表', ['名称', '数'], ['取水许可', '1']]);
  });

  it('leave nothing behind for everybody to see', () => {
    expect('cptable' in globalThis).toBe(false);
  });
});
