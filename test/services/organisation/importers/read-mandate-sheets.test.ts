import { readMandateFile, type ParsedMandateFile } from '../../../../services/organisation/importers/read-mandate-file';
import { csvText, workbookBytes, type CellValue, type SheetPlan } from '../../../support/spreadsheets';

const readBytes = (bytes: Buffer, fileName = '三定.xlsx'): ParsedMandateFile => {
  const read = readMandateFile({ fileName, bytes });
  if (!read.ok) throw new Error(read.message);
  return read.file;
};
const readSheets = (sheets: Record<string, SheetPlan | CellValue[][]>, fileName?: string) => readBytes(workbookBytes(sheets), fileName);
const readCsv = (rows: CellValue[][], fileName = '三定.csv') => readBytes(Buffer.from(csvText(rows)), fileName);
const refusals = ({ notTaken }: ParsedMandateFile) => notTaken.map(({ sheet, row, code, wholeRow }) => [sheet, row, code, wholeRow]);

const HEADER = ['部门', '类别', '序号', '名称', '内容', '事项编码', '承办机构', '层级', '核定数', '实有数', '级别'];
const ROWS: CellValue[][] = [
  HEADER,
  ['太原市水务局', '职责', '（一）', null, '负责取水许可。', '14010001301000100、14010001301000200；14010001301000300', '水资源科', '市级、县级', null, null, null],
  [null, '职责', '（二）', null, '拟订水利规划。', '无', null, null, null, null, null],
  [null, '内部职责', '（三）', null, '负责机关后勤。', null, null, null, null, null, null],
  [null, '职责调整', null, null, '将渔业管理职责划入市农业农村局', null, null, null, null, null, null],
  [null, '内设机构', '（一）', '水资源科', '承担取水许可。', null, null, null, null, null, null],
  [null, '编制', null, '行政编制', null, null, null, null, 35, 33, null],
  [null, '编制', null, '其中：援派机动编制', null, null, null, null, '2名', null, null],
  [null, '编制', null, '另核工勤编制', null, null, null, null, '三', null, null],
  [null, '编制', null, '合计', null, null, null, null, 35, null, null],
  [null, '领导职数', null, '局长', null, null, null, null, 1, 1, '正处级'],
  [null, '领导职数', null, null, '副局长3名（副处级）；科级领导职数8名（4正4副）', null, null, null, null, null, null],
  ['太原市财政局', '职责', 1, null, '负责会计监督检查。', null, null, null, null, null, null],
];

describe('a table of one duty, office, staffing line or post per row', () => {
  it.each(['xlsx', 'csv'])('is read into mandates by agency (%s)', (format) => {
    const file = format === 'csv' ? readCsv(ROWS) : readSheets({ Sheet1: ROWS });
    expect(file.notTaken).toEqual([]);
    expect([file.rowsRead, file.rowsTaken]).toEqual([12, 12]);
    const [water, finance] = file.mandates;
    expect(water).toMatchObject({
      agencyName: '太原市水务局',
      duties: [
        {
          number: '（一）',
          text: '负责取水许可。',
          kind: 'POWER',
          kindSuggested: true,
          officeName: '水资源科',
          levels: ['MUNICIPAL', 'COUNTY'],
          itemCodes: ['14010001301000100', '14010001301000200', '14010001301000300'],
        },
        { number: '（二）', kind: 'POLICY', kindSuggested: true, officeName: null, itemCodes: [] },
        { number: '（三）', kind: 'INTERNAL', kindSuggested: false },
      ],
      changes: [{ kind: 'TAKEN_OVER', text: '将渔业管理职责划入市农业农村局' }],
      offices: [{ number: '（一）', name: '水资源科', duties: '承担取水许可。' }],
      staffing: {
        total: 35,
        lines: [
          { kind: 'ADMINISTRATIVE', label: null, beside: false, quota: 35, actual: 33, ofWhich: [{ label: '援派机动编制', quota: 2, actual: null }] },
          { kind: 'WORKER', label: null, beside: true, quota: 3, actual: null, ofWhich: [] },
        ],
      },
      posts: [
        { post: '局长', rank: '正处级', quota: 1, actual: 1 },
        { post: '副局长', rank: '副处级', quota: 3 },
        { post: '科级领导职数', rank: '正科级', quota: 4 },
        { post: '科级领导职数', rank: '副科级', quota: 4 },
      ],
    });
    expect(finance).toMatchObject({ agencyName: '太原市财政局', duties: [{ number: '1', text: '负责会计监督检查。' }] });
  });

  it('takes the body, the title and the document from the rows above', () => {
    const file = readSheets({
      Sheet1: [
        ['太原市水务局主要职责内设机构和人员编制规定'],
        ['文号：并政办发〔2026〕12号', '印发日期：2026年3月5日', '施行日期：2026-04-01'],
        ['类别', '序号', '内容/职责'],
        ['主要职责', 1, '负责取水许可。'],
      ],
    });
    expect(file.notTaken).toEqual([]);
    expect(file.mandates).toMatchObject([
      { agencyName: '太原市水务局', title: '太原市水务局主要职责内设机构和人员编制规定', documentNumber: '并政办发〔2026〕12号', issuedOn: '2026-03-05', effectiveOn: '2026-04-01', duties: [{ number: '1' }] },
    ]);
  });

  it('takes the body from the sheet, one each, and from the file last', () => {
    const rows = (text: string): CellValue[][] => [['序号', '职责'], [1, text]];
    expect(readSheets({ 太原市水务局: rows('甲'), 太原市财政局: rows('乙') }).mandates.map(({ agencyName, duties }) => [agencyName, duties[0]!.text])).toEqual([
      ['太原市水务局', '甲'],
      ['太原市财政局', '乙'],
    ]);
    expect(readCsv(rows('丙'), '太原市水务局三定规定.csv').mandates).toMatchObject([{ agencyName: '太原市水务局', duties: [{ text: '丙' }] }]);
    expect(refusals(readCsv(rows('丙'), '三定.csv'))).toMatchObject([[expect.any(String), 2, 'NO_AGENCY', true]]);
  });

  it('takes what the rows state from the sheet or from headings between', () => {
    const file = readSheets(
      {
        内设机构: [['机构名称', '职责'], ['法规科', '承担立法工作。']],
        人员编制: [['名称', '核定数'], ['全额拨款事业编制', 12], ['纪检监察', 2]],
        表: [['序号', '内容', '备注'], ['一、主要职责', null, null], [1, '负责甲。', '重要'], ['二、职责调整', null, null], [1, '加强乙的职责', null]],
      },
      '太原市水务局.xlsx',
    );
    expect(file.notTaken).toEqual([]);
    expect(file.mandates).toMatchObject([
      {
        agencyName: '太原市水务局',
        offices: [{ name: '法规科', duties: '承担立法工作。' }],
        staffing: { lines: [{ kind: 'INSTITUTION', label: '全额拨款事业编制', quota: 12 }, { kind: 'OTHER', label: '纪检监察', quota: 2, beside: false }] },
        duties: [{ text: '负责甲。' }],
        changes: [{ kind: 'STRENGTHENED' }],
      },
    ]);
  });

  it('cuts several duties of one cell, and does not guess whose the codes are', () => {
    const file = readCsv([['部门', '职责', '事项编码'], ['甲局', '主要职责是：（一）负责甲；（二）负责乙。', 'A1,A2']]);
    expect(file.mandates[0]!.duties.map(({ number, text, itemCodes }) => [number, text, itemCodes])).toEqual([['（一）', '负责甲；', []], ['（二）', '负责乙。', []]]);
    expect(refusals(file)).toEqual([[expect.any(String), 2, 'NOT_UNDERSTOOD', false], [expect.any(String), 2, 'NOT_UNDERSTOOD', false]]);
    expect(file.notTaken.map(({ text }) => text)).toEqual(['主要职责是：', 'A1、A2']);
    expect([file.rowsRead, file.rowsTaken]).toEqual([1, 1]);
  });

  it('reads a title that names the body and what the rows state, and kinds of staffing in the 类别 column', () => {
    const file = readCsv([['太原市水务局内设机构'], ['序号', '处室', '职责'], [1, '水资源科', '承担取水许可。'], ['人员编制'], ['序号', '类别', '核定数'], [1, '行政编制', 30]]);
    expect(file.notTaken).toEqual([]);
    expect(file.mandates).toMatchObject([
      { agencyName: '太原市水务局', offices: [{ number: '1', name: '水资源科' }], staffing: { lines: [{ kind: 'ADMINISTRATIVE', label: null, quota: 30 }] } },
    ]);
  });

  it('does not guess the kind of a row whose 类别 is empty', () => {
    expect(refusals(readCsv([['部门', '类别', '名称', '核定数', '级别'], ['甲局', null, '行政编制', 30, null]]))).toEqual([[expect.any(String), 2, 'NO_KIND', true]]);
  });

  it('reads merged cells as the rows they cover', () => {
    const file = readSheets({ Sheet1: { rows: [['部门', '类别', '职责'], ['甲局', '职责', '甲'], [null, null, '乙']], merges: ['A2:A3', 'B2:B3'] } });
    expect(file.mandates.map(({ agencyName, duties }) => [agencyName, duties.length])).toEqual([['甲局', 2]]);
  });

  it('accounts for every row, each with its place and reason', () => {
    const file = readSheets({
      甲局: {
        rows: [
          HEADER,
          ['甲局', '奖惩', null, null, '甲', null, null, null, null, null, null],
          ['甲局', '职责', 1, null, null, null, null, null, null, null, null],
          ['甲局', '职责', 2, null, '乙', null, null, '宇宙级', null, null, null],
          ['甲局', '编制', null, '行政编制', null, null, null, null, '若干', null, null],
          ['甲局', '编制', null, null, '按规定核定', null, null, null, null, null, null],
          ['甲局', '领导职数', null, null, null, null, null, null, 3, null, null],
          ['甲局', '职责调整', null, null, '优化职责', null, null, null, null, null, null],
          ['甲局', '内设机构', null, null, '没有名称', null, null, null, null, null, null],
          ['甲局', '职责', 3, null, '隐藏', null, null, null, null, null, null],
          ['甲局', '职责', 4, null, '公式', null, null, null, null, null, null],
        ],
        hiddenRows: [10],
        formulas: { E11: { formula: "cmd|' /C calc'!A0" } },
      },
      说明: [['本表由编办填写'], ['请勿修改']],
      草稿: { rows: [HEADER, ['乙局', '职责', 1, null, '草稿', null, null, null, null, null, null]], hidden: true },
    });
    expect(refusals(file)).toEqual([
      ['甲局', 2, 'UNKNOWN_KIND', true],
      ['甲局', 3, 'NO_TEXT', true],
      ['甲局', 4, 'BAD_LEVEL', false],
      ['甲局', 5, 'BAD_COUNT', true],
      ['甲局', 6, 'NOT_UNDERSTOOD', true],
      ['甲局', 7, 'NO_NAME', true],
      ['甲局', 8, 'NOT_UNDERSTOOD', true],
      ['甲局', 9, 'NO_NAME', true],
      ['甲局', 10, 'HIDDEN_ROW', true],
      ['甲局', 11, 'FORMULA', true],
      ['说明', 1, 'NO_HEADER', true],
      ['说明', 2, 'NO_HEADER', true],
      ['草稿', 2, 'HIDDEN_SHEET', true],
    ]);
    expect([file.rowsRead, file.rowsTaken]).toEqual([13, 1]);
    expect(file.notTaken.every(({ reason, text }) => /[\u4e00-\u9fff]/.test(reason) && text !== '')).toBe(true);
    expect(file.mandates).toMatchObject([{ agencyName: '甲局', duties: [{ text: '乙' }] }]);
  });

  it('refuses bad files as values', () => {
    const code = (bytes: Buffer, fileName = 'x.xlsx') => {
      const read = readMandateFile({ fileName, bytes });
      return read.ok ? 'ok' : read.code;
    };
    expect(code(Buffer.alloc(0))).toBe('EMPTY_FILE');
    expect(code(Buffer.from('%PDF-1.4\0\0\0'))).toBe('NOT_A_SPREADSHEET');
    expect(code(Buffer.from('<html></html>'))).toBe('NOT_A_SPREADSHEET');
    expect(code(Buffer.from('没有,表头\n甲,乙'), 'x.csv')).toBe('NO_HEADER');
    expect(code(Buffer.concat([Buffer.from('['), Buffer.alloc(6 * 1024 * 1024, 0x20)]), 'x.json')).toBe('FILE_TOO_LARGE');
    expect(code(Buffer.from(csvText([['职责', '序号'], ...Array.from({ length: 50_001 }, (_, i) => ['甲', i])])), 'x.csv')).toBe('TOO_MANY_ROWS');
  });
});
