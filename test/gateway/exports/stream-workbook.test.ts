import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { type Cell, type StreamedSheet, streamWorkbook } from '../../../gateway/exports/stream-workbook';
import { unpackZip } from '../../../services/shared/tabular/zip-archive';

async function* sequence<T>(...members: T[]): AsyncGenerator<T> {
  yield* members;
}
const sheetOf = (title: string, rows: AsyncIterable<Cell[][]>): StreamedSheet => ({ title, columns: [{ title: '甲', width: 10 }, { title: '乙', width: 20 }], rows });

async function bytesOf(sheets: AsyncIterable<StreamedSheet>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamWorkbook(sheets)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const valuesOf = (bytes: Buffer, sheet: string) => utils.sheet_to_json<unknown[]>(read(bytes, { type: 'buffer' }).Sheets[sheet]!, { header: 1, defval: null });

describe('a streamed workbook', () => {
  it('holds what was put into it: texts, numbers, days, nothing', async () => {
    const bytes = await bytesOf(sequence(sheetOf('行政许可', sequence<Cell[][]>([['甲一', 1.5]], [[null, { day: '2025-03-01' }]])), sheetOf('行政/处罚', sequence<Cell[][]>())));
    expect(read(bytes, { type: 'buffer' }).SheetNames).toEqual(['行政许可', '行政、处罚']);
    expect(valuesOf(bytes, '行政许可')).toEqual([['甲', '乙'], ['甲一', 1.5], [null, 45717]]);
    expect(valuesOf(bytes, '行政、处罚')).toEqual([['甲', '乙']]);
  });

  it('never holds a formula, and reads back every other text as it was', async () => {
    const awkward = fc.array(fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', ' ', "'", '"', '&', '<', '_x0041_', '\u0001', '𠮷', '水法'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(awkward, { minLength: 1, maxLength: 10 }), async (texts) => {
        const bytes = await bytesOf(sequence(sheetOf('表', sequence(texts.map((text) => [text])))));
        const cells = valuesOf(bytes, '表').slice(1).map(([cell]) => cell as string);
        cells.forEach((cell, index) => {
          expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
          expect(cell.replace(/^'/, '')).toBe(texts[index]!.replaceAll('\r\n', '\n').replace(/^'/, '')); // as every reader of the format takes line ends
        });
      }),
      { numRuns: 50 },
    );
  });

  it('cuts what is longer than a cell, never within a character, and says so', async () => {
    const [, [cell]] = valuesOf(await bytesOf(sequence(sheetOf('表', sequence<Cell[][]>([['𠮷'.repeat(20_000)]])))), '表') as [unknown, [string]];
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell).toMatch(/^𠮷+……（余下从略）$/u);
  });

  it('goes on in another sheet where one is full', async () => {
    const most = 1_048_575;
    async function* rows(): AsyncGenerator<Cell[][]> {
      for (let made = 0; made < most + 2; made += 50_000) yield Array.from({ length: Math.min(50_000, most + 2 - made) }, () => [1]);
    }
    const unpacked = unpackZip(await bytesOf(sequence(sheetOf('处罚', rows()))), 1e9, (path) => !path.endsWith('sheet1.xml'));
    if (!unpacked.ok) throw new Error(unpacked.message);
    expect(unpacked.files.get('xl/workbook.xml')!.toString()).toContain('name="处罚（2）" sheetId="2"');
    expect(unpacked.files.get('xl/worksheets/sheet2.xml')!.toString()).toContain('<autoFilter ref="A1:B3"/>');
  });

  it('makes no more rows than its reader takes, and stops making them when it stops reading', async () => {
    let made = 0;
    let isStopped = false;
    async function* rows(): AsyncGenerator<Cell[][]> {
      try {
        for (;;) yield Array.from({ length: 100 }, () => [`第 ${(made += 1)} 行，${Math.random()}`]);
      } finally {
        isStopped = true;
      }
    }
    const workbook = streamWorkbook(sequence(sheetOf('表', rows())));
    for (let taken = 0; taken < 3; taken += 1) await workbook.next();
    const madeForThree = made;
    await new Promise((resolve) => setImmediate(resolve));
    expect(made - madeForThree).toBeLessThan(20_000);
    await workbook.return(undefined);
    expect(isStopped).toBe(true);
    const stopped = made;
    await new Promise((resolve) => setImmediate(resolve));
    expect(made).toBe(stopped);
  });

  it('passes on what went wrong while it was made, in a sheet and between sheets', async () => {
    async function* broken(): AsyncGenerator<Cell[][]> {
      yield [['甲']];
      throw new Error('数据库断开');
    }
    await expect(bytesOf(sequence(sheetOf('表', broken())))).rejects.toThrow('数据库断开');
    async function* brokenSheets() {
      yield sheetOf('表', sequence<Cell[][]>([['甲']]));
      throw new Error('没有下一张');
    }
    await expect(bytesOf(brokenSheets())).rejects.toThrow('没有下一张');
  });
});
