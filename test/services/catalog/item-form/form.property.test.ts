import fc from 'fast-check';
import { streamWorkbook } from '../../../../gateway/exports/stream-workbook';
import { parseCitations } from '../../../../services/catalog/importers/citations';
import { readListFile } from '../../../../services/catalog/importers/read-list-file';
import { FORM_COLUMNS, FORM_FIELDS } from '../../../../services/catalog/item-form/form-columns';
import { formRows } from '../../../../services/catalog/item-form/write-form-rows';
import type { CitationRow } from '../../../../services/catalog/queries/citations';
import type { ItemRow } from '../../../../services/catalog/queries/item-columns';
import type { ItemTexts } from '../../../../services/catalog/queries/item-texts';
import { ON_THE_LIST } from '../../../../services/catalog/rules/on-the-list';
import { EXERCISE_LEVELS, INSTRUMENT_LEVELS, POWER_CATEGORIES } from '../../../../services/catalog/rules/vocabulary';

// What clerks, systems and nobody in his right mind put into a cell; the database takes no NUL and no half pair.
const PIECES = ['\n', '\r\n', '\r', '\t', ' ', '　', '"', '""', "'", '\'=1', '=1+1', '+86', '-', '@SUM', '＝', '＋', '－', '＠', '《', '》', '〔2014〕', '，', '；', '、', '｜', '|', '[', ']', '["a"]', '"a"', '{', '无', '续', '…', '备注：', '合计', 'null', '𠮷', '👩‍👧', 'é', '\u200B', '\uFEFF', '\u2028', '\u0001', '\u007F', '\uFFFE', '_x000D_', '_x005F_', '&amp;', '<b>', '</t>', ']]>', '<![CDATA[', '第七条', '水法', 'ABC', '１２', '0012'];
const awkward = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => !text.includes('\0')) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...PIECES, '𠮷', '=', ' '), fc.integer({ min: 31_990, max: 70_000 })).map(([piece, length]) => piece.repeat(Math.ceil(length / piece.length))) },
);
const perhaps = fc.option(awkward, { nil: null });
const named = awkward.filter((text) => text.length <= 1000 && text.trim() !== '');
const codes = <T extends object>(of: T) => fc.constantFrom(...(Object.keys(of) as (keyof T)[]));

const citation = fc.record({ level: fc.option(codes(INSTRUMENT_LEVELS), { nil: null }), title: awkward, documentNumber: perhaps, date: fc.option(fc.constantFrom('2016', '2016-07', '2016-07-02'), { nil: null }), article: perhaps, paragraph: perhaps, item: perhaps, quoted: perhaps });
const item = fc.record({
  code: fc.stringMatching(/^[\w-]{1,30}$/), publishedCode: perhaps, category: codes(POWER_CATEGORIES), name: named, subItem: perhaps, parentCode: perhaps, basisText: perhaps, bodyName: named,
  agencyCode: fc.stringMatching(/^\d{9}$/), officeNames: fc.array(awkward, { maxLength: 4 }), officeIds: fc.array(fc.stringMatching(/^\d{11}$/), { maxLength: 4 }), levels: fc.uniqueArray(codes(EXERCISE_LEVELS), { minLength: 1 }),
  authoritySplit: perhaps, duty: perhaps, responsibilities: perhaps, accountability: perhaps, supervisionPhone: perhaps, remark: perhaps, status: fc.constantFrom(...ON_THE_LIST), conditions: perhaps,
});
type Stated = typeof item extends fc.Arbitrary<infer T> ? T : never;
type Cited = typeof citation extends fc.Arbitrary<infer T> ? T : never;

const COLUMNS = FORM_FIELDS.map((field) => FORM_COLUMNS[field]);
const toRows = (stated: Stated, cited: readonly Cited[]) =>
  formRows(stated as ItemRow & ItemTexts, cited.map(({ title, ...clause }, index): CitationRow => ({ ...clause, ordinal: index + 1, instrument: { id: '1', title, documentNumber: null, level: null, effectiveOn: null, repealedOn: null } })));

/** The items as a workbook, and what the importer reads of it. */
async function readBack(items: readonly { stated: Stated; cited: readonly Cited[] }[]) {
  async function* rows() {
    yield items.flatMap(({ stated, cited }) => toRows(stated, cited));
  }
  async function* sheets() {
    yield { title: '行政许可', columns: COLUMNS, rows: rows() };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of streamWorkbook(sheets())) chunks.push(chunk);
  const read = readListFile({ fileName: '表.xlsx', bytes: Buffer.concat(chunks), categories: Object.keys(POWER_CATEGORIES) as (keyof typeof POWER_CATEGORIES)[] }, parseCitations);
  if (!read.ok) throw new Error(read.message);
  return read.list.sheets[0]!;
}

describe('the item form', () => {
  it('says to its reader what was written, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ stated: item, cited: fc.array(citation, { maxLength: 5 }) }), { minLength: 1, maxLength: 6 }), async (items) => {
        const { powers, rejected } = await readBack(items);
        expect(rejected).toEqual([]);
        expect(powers).toHaveLength(items.length);
        items.forEach(({ stated: { code, parentCode, agencyCode, officeIds, status, conditions, bodyName, officeNames, ...said }, cited }, index) => {
          expect(powers[index]).toMatchObject({ ...said, body: bodyName, offices: officeNames, citations: cited, form: { code, parentCode, agencyCode, officeIds, status, conditions } });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('holds nothing that a spreadsheet program would take for a formula, and no cell longer than one may be', () => {
    fc.assert(
      fc.property(item, fc.array(citation, { maxLength: 3 }), (stated, cited) => {
        for (const cell of toRows(stated, cited).flat()) {
          if (cell === null) continue;
          expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
          expect(cell.length).toBeLessThanOrEqual(32_767);
        }
      }),
    );
  });

  it('reads the basis anew once somebody has changed its words, and keeps to the citations it states until then', async () => {
    const [stated] = fc.sample(item, { numRuns: 1, seed: 7 });
    const basisText = '《中华人民共和国水法》第七条';
    const cited: Cited[] = [{ level: 'LAW', title: '中华人民共和国水法', documentNumber: '主席令第74号', date: '2016', article: '第四十八条', paragraph: null, item: null, quoted: null }];
    const rows = toRows({ ...stated!, basisText }, cited);
    expect((await readBack([{ stated: { ...stated!, basisText }, cited }])).powers[0]!.citations).toEqual(cited);
    const at = FORM_FIELDS.indexOf('basisText');
    async function* changed() {
      yield rows.map((row) => row.map((cell, column) => (column === at && cell !== null ? '《中华人民共和国水法》第八条' : cell)));
    }
    async function* sheets() {
      yield { title: '行政许可', columns: COLUMNS, rows: changed() };
    }
    const chunks: Buffer[] = [];
    for await (const chunk of streamWorkbook(sheets())) chunks.push(chunk);
    const read = readListFile({ fileName: '表.xlsx', bytes: Buffer.concat(chunks), categories: [stated!.category] }, parseCitations);
    expect(read.ok && read.list.sheets[0]!.powers[0]!.citations).toEqual([expect.objectContaining({ title: '中华人民共和国水法', article: '第八条', documentNumber: null })]);
  });
});
