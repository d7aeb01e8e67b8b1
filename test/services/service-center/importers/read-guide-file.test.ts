import { readGuideFile } from '../../../../services/service-center/importers/read-guide-file';
import type { ReadGuides } from '../../../../services/service-center/importers/read-guide';
import { csvText, workbookBytes, type CellValue } from '../../../support/spreadsheets';

const read = (name: string, bytes: Uint8Array | string): ReadGuides => {
  const outcome = readGuideFile(name, Buffer.from(bytes));
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
};
const TABLE: CellValue[][] = [
  ['太原市水务局办事指南', null, null, null, null, null, null],
  ['事项编码', '事项名称', '材料名称', '必要性', '原件份数', '环节名称', '环节时限', '承办处室', '后续环节', '承诺期限', '监督电话'],
  ['W1', '取水许可', '取水许可申请书', '必要', 2, '受理', '1个工作日', '科室一', '2（材料齐全）；3（其他）', '20个工作日', '0351-1'],
  [null, null, '论证报告书', '容缺', null, '审查', '分情形', null, '结束', null, null],
  [null, null, null, null, null, '不予受理', null, null, null, '19个工作日', null],
  [null, '采砂许可', '申请表', null, null, null, null, null, null, null, null],
  ['W9', '空项', null, null, null, null, null, null, null, null, null],
];

describe('a table with one material or step a row', () => {
  const [sheet] = read('指南.xlsx', workbookBytes({ 指南: TABLE })).sheets;

  it('is read item by item', () => {
    expect(sheet!.guides).toMatchObject([
      {
        place: { sheet: '指南', row: 3 }, rows: [3, 4, 5], itemCode: 'W1', itemName: '取水许可', officeName: null,
        document: {
          materials: [{ name: '取水许可申请书', requirement: 'REQUIRED', kind: 'FORM', originals: 2 }, { name: '论证报告书', requirement: 'LATER' }],
          promisedLimit: { value: 20, unit: 'WORKING_DAY' }, supervisionPhone: '0351-1',
        },
        steps: [
          { order: 1, name: '受理', limit: { value: 1 }, officeName: '科室一', next: [{ to: 2, when: '材料齐全' }, { to: 3, when: '其他' }] },
          { order: 2, name: '审查', limit: null, next: [] },
          { order: 3, name: '不予受理' },
        ],
      },
      { rows: [6], itemCode: null, itemName: '采砂许可', document: { materials: [{ name: '申请表' }] } },
    ]);
  });
  it('tells what it could not read', () => {
    expect(sheet!.guides[0]!.notes).toEqual(['第 2 环节时限“分情形”读不出唯一的数值，未填', '第 5 行的“19个工作日”与上文不同，以先出现的为准']);
  });
  it('rejects a row that says nothing', () => expect(sheet!.rejected).toEqual([{ row: 7, code: 'NO_CONTENT', reason: '除事项外没有任何内容' }]));

  it('reads the same from .xls and .csv', () => {
    for (const bytes of [workbookBytes({ 指南: TABLE }, 'biff8'), csvText(TABLE)]) {
      const [other] = read('指南', bytes).sheets;
      expect(other!.guides.map(({ document, steps }) => [document, steps])).toEqual(sheet!.guides.map(({ document, steps }) => [document, steps]));
    }
  });
  it('carries a merged item down, passes a repeated header over, and takes a sheet’s name for the item', () => {
    const merged = { rows: [['事项名称', '材料名称'], ['取水许可', '甲'], [null, '乙'], ['事项名称', '材料名称'], [null, '丙']], merges: ['A2:A3'] };
    const { sheets } = read('a.xlsx', workbookBytes({ 合并: merged, 取水许可: [['材料名称', '原件'], ['丁', 1]] }));
    expect(sheets.map(({ guides }) => guides.map(({ itemName, rows }) => [itemName, rows]))).toEqual([[['取水许可', [2, 3, 5]]], [['取水许可', [2]]]]);
  });
  it('rejects hidden rows and sheets, formulas, rows without an item, and sheets without a header', () => {
    const { sheets } = read('a.xlsx', workbookBytes({
      有: { rows: [['事项名称', '材料名称'], [null, '甲'], ['取水许可', '乙'], ['取水许可', null]], hiddenRows: [3], formulas: { B4: { formula: 'A1' } } },
      藏: { rows: [['事项名称', '材料名称'], ['取水许可', '甲']], hidden: true },
      无: [['说明', '如下']],
    }));
    expect(sheets.map(({ rejected }) => rejected.map(({ row, code }) => [row, code]))).toEqual([
      [[2, 'NO_ITEM'], [3, 'HIDDEN_ROW'], [4, 'FORMULA']], [[2, 'HIDDEN_SHEET']], [[1, 'NO_HEADER']],
    ]);
    expect(sheets.flatMap(({ guides }) => guides)).toEqual([]);
  });
});

describe('a JSON file of guides', () => {
  const GUIDE = {
    id: 'g', item_name: '取水许可(延续)', item_code: null, conditions: ['有效期届满'], basis_raw: '…',
    materials: [{ no: 1, name: '取水许可申请书' }, { no: 2, name: '身份证明', form: '原件;复印件1份' }, { no: 3, name: '' }],
    steps: [{ no: 1, name: '受理', desc: '当场受理', limit_raw: null }, { no: 2, name: '审批', desc: null, limit_raw: '2个工作日' }],
    statutory_limit_raw: '报告书60日,报告表30日', promised_limit_raw: null, promised_limit: { value: 3, unit: '工作日' }, handling_type: '即办件',
    office: '水资源科', fee_raw: '不收费', fee_basis_raw: '无', result_name: '取水许可证', supervision_phone: 12345, truncated: true, source: { title: 't' },
  };
  it('is read tolerantly: what is known is taken, what cannot be read is told', () => {
    const [sheet] = read('指南.json', JSON.stringify([GUIDE])).sheets;
    expect(sheet!.guides).toMatchObject([{
      place: { sheet: '指南.json', row: 1 }, itemCode: null, itemName: '取水许可(延续)', officeName: '水资源科',
      document: {
        conditions: ['有效期届满'], handlingKind: 'ON_THE_SPOT', statutoryLimit: null, promisedLimit: { value: 3, unit: 'WORKING_DAY' },
        materials: [{ name: '取水许可申请书', kind: 'FORM' }, { name: '身份证明', kind: 'CERTIFICATE', originals: 1, copies: 1 }],
        fees: [{ standard: '不收费' }], results: [{ name: '取水许可证' }], venues: [{ name: '水资源科' }], supervisionPhone: '12345',
      },
      steps: [{ order: 1, name: '受理', standard: '当场受理', limit: null }, { order: 2, limit: { value: 2, unit: 'WORKING_DAY' } }],
      notes: ['来源文本不完整', '法定期限“报告书60日,报告表30日”读不出唯一的数值，未填'],
    }]);
  });
  it('accounts for every entry', () => {
    const [sheet] = read('a.json', JSON.stringify({ guides: [GUIDE, {}, 7, { item_name: '甲', steps: 'x' }] })).sheets;
    expect([sheet!.guides.length, sheet!.rejected.map(({ row, code }) => [row, code])]).toEqual([1, [[2, 'NO_ITEM'], [3, 'NOT_A_GUIDE'], [4, 'NOT_A_GUIDE']]]);
  });
  it.each([['[1,', 'NOT_JSON'], ['{"a":1}', 'NO_GUIDES']])('is refused whole when it is none: %s', (text, code) => {
    expect(readGuideFile('a.json', Buffer.from(text))).toMatchObject({ ok: false, refusal: { code } });
  });
});

it.each([['an empty file', Buffer.alloc(0), 'EMPTY_FILE'], ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'NOT_A_SPREADSHEET']])('%s is refused', (_what, bytes, code) => {
  expect(readGuideFile('a', bytes)).toMatchObject({ ok: false, refusal: { code } });
});
