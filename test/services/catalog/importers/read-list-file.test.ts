import iconv from 'iconv-lite';
import type { ParsedList, ParsedSheet } from '../../../../services/catalog/importers/parsed-list';
import { readListFile } from '../../../../services/catalog/importers/read-list-file';
import type { ListedPower } from '../../../../services/catalog/rules/listed-power';
import type { PowerCategory } from '../../../../services/catalog/rules/vocabulary';
import { csvText, workbookBytes, type CellValue, type SheetPlan } from '../../../support/spreadsheets';

const NATIONAL: PowerCategory[] = ['LICENSE', 'PENALTY', 'COERCION', 'LEVY', 'PAYMENT', 'INSPECTION', 'CONFIRMATION', 'REWARD', 'ADJUDICATION', 'OTHER'];
const noCitations = (): [] => [];

function read(sheets: Record<string, SheetPlan | CellValue[][]>, { fileName = '清单.xlsx', categories = NATIONAL } = {}): ParsedList {
  const bytes = workbookBytes(sheets, fileName.endsWith('.xls') ? 'biff8' : 'xlsx');
  const result = readListFile({ fileName, bytes, categories }, noCitations);
  if (!result.ok) throw new Error(result.message);
  return result.list;
}

function readRows(plan: SheetPlan | CellValue[][]): ParsedSheet {
  return read({ 清单: plan }).sheets[0]!;
}

const names = (sheet: ParsedSheet): string[] => sheet.powers.map(({ name, subItem }) => (subItem === null ? name : `${name}/${subItem}`));
const kinds = (sheet: ParsedSheet): string[] => sheet.passedOver.map(({ row, kind }) => `${row} ${kind}`);
const codes = (sheet: ParsedSheet): string[] => sheet.rejected.map(({ row, code }) => `${row} ${code}`);

const HEADER = ['序号', '事项名称', '子项名称', '权力类型', '实施依据', '行使主体', '承办机构', '行使层级'];
const item = (serial: number | string | null, name: string | null, more: Partial<Record<'sub' | 'category' | 'basis' | 'body' | 'office' | 'level', string | null>> = {}): CellValue[] => [
  serial,
  name,
  more.sub ?? null,
  more.category === undefined ? '行政处罚' : more.category,
  more.basis === undefined ? '《水法》第一条' : more.basis,
  more.body === undefined ? '某市水务局' : more.body,
  more.office === undefined ? '执法科' : more.office,
  more.level === undefined ? '市级' : more.level,
];

describe('finding the header by meaning', () => {
  const cases: { shape: string; rows: CellValue[][]; merges?: string[]; expected: Partial<ListedPower> }[] = [
    {
      shape: 'labels broken by spaces and line breaks',
      rows: [['序 号', '事项\n名称', '权力\n类型', '实施　依据', '行使\r\n主体'], [1, '甲的处罚', '行政处罚', '《水法》', '某市水务局']],
      expected: { name: '甲的处罚', category: 'PENALTY', basisText: '《水法》', body: '某市水务局' },
    },
    {
      shape: 'other words and another column order',
      rows: [['实施部门', '职权类别', '设立依据', '职权编码', '项目', '责任科室', '监督投诉电话'], ['县水利局', '行政许可类', '《水法》', '6502 XK01', '取水许可', '政策法规股', '0351-12345']],
      expected: { name: '取水许可', category: 'LICENSE', body: '县水利局', publishedCode: '6502XK01', offices: ['政策法规股'], supervisionPhone: '0351-12345' },
    },
    {
      shape: 'two header rows with groups',
      rows: [
        ['序号', '行政权力', null, null, '实施依据', null, null, '责任清单', null],
        [null, '编码', '名称', '类别', '法律法规名称', '条款', '内容', '责任事项', '依据'],
        [1, 'A-1', '取水许可', '许可', '《水法》', '第七条', '取水须许可。', '受理责任', '《许可法》'],
      ],
      merges: ['A1:A2', 'B1:D1', 'E1:G1', 'H1:I1'],
      expected: { publishedCode: 'A-1', name: '取水许可', category: 'LICENSE', basisText: '《水法》第七条\n取水须许可。', responsibilities: '受理责任' },
    },
    {
      shape: 'a header spanning two columns',
      rows: [['序号', '事项名称', '权力类型', '实施层级及权限', null, '部门职责'], [1, '取水许可', '行政许可', '市级', '负责市管河道', '管水']],
      merges: ['D1:E1'],
      expected: { levels: ['MUNICIPAL'], authoritySplit: '负责市管河道', duty: '管水' },
    },
    {
      shape: 'the same header after its merge was lost',
      rows: [['序号', '事项名称', '权力类型', '实施层级及权限', null, '部门职责'], [1, '取水许可', '行政许可', '市级', '负责市管河道', '管水']],
      expected: { levels: ['MUNICIPAL'], authoritySplit: '负责市管河道', duty: '管水' },
    },
    {
      shape: 'level and split in one column',
      rows: [['事项名称', '权力类型', '层级权限'], ['取水许可', '行政许可', '县级。负责日取水量一万立方米以下的取水许可']],
      expected: { levels: ['COUNTY'], authoritySplit: '负责日取水量一万立方米以下的取水许可' },
    },
    {
      shape: 'one basis column per rank',
      rows: [
        ['事项名称', '权力类型', '实施依据', null, null],
        [null, null, '法律', '行政法规', '部门规章'],
        ['取水许可', '行政许可', '《水法》第七条', null, '《取水管理办法》第二条'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:E1'],
      expected: { basisText: '【法律】《水法》第七条\n【部门规章】《取水管理办法》第二条' },
    },
    {
      shape: 'one tick column per level',
      rows: [['事项名称', '权力类型', '行使层级', null, null], [null, null, '省级', '市级', '县级'], ['取水许可', '行政许可', null, '√', '√']],
      merges: ['A1:A2', 'B1:B2', 'C1:E1'],
      expected: { levels: ['MUNICIPAL', 'COUNTY'] },
    },
    {
      shape: 'a responsible unit beside the implementing body is the office',
      rows: [['事项名称', '权力类型', '实施主体', '责任单位'], ['取水许可', '行政许可', '某市水务局', '水资源科']],
      expected: { body: '某市水务局', offices: ['水资源科'] },
    },
    {
      shape: '编号 that counts is no code',
      rows: [['编号', '事项名称', '权力类型'], ['1', '取水许可', '行政许可'], ['2', '排水许可', '行政许可']],
      expected: { publishedCode: null },
    },
    {
      shape: '编号 that is long is the code',
      rows: [['编号', '事项名称', '权力类型'], ['000123003000', '取水许可', '行政许可']],
      expected: { publishedCode: '000123003000' },
    },
    {
      shape: '责任事项依据 and 追责依据 are not the basis',
      rows: [['事项名称', '权力类型', '责任事项', '责任事项依据', '追责情形', '追责依据'], ['取水许可', '行政许可', '受理责任', '《许可法》', '不受理的', '《公务员法》']],
      expected: { basisText: null, responsibilities: '受理责任', accountability: '不受理的' },
    },
  ];

  test.each(cases)('$shape', ({ rows, merges, expected }) => {
    const [sheet] = read({ Sheet1: { rows, merges } }, { fileName: '某市水务局权责清单.xlsx' }).sheets;
    expect(sheet!.rejected).toEqual([]);
    expect(sheet!.powers[0]).toMatchObject(expected);
  });

  it('reads a header again where it is repeated in the body, also in another order', () => {
    const sheet = readRows([
      ['序号', '事项名称', '权力类型', '行使主体'],
      [1, '甲的处罚', '行政处罚', '某市水务局'],
      ['序号', '权力类型', '事项名称', '行使主体'],
      [2, '行政许可', '取水许可', '某市水务局'],
    ]);
    expect(names(sheet)).toEqual(['甲的处罚', '取水许可']);
    expect(kinds(sheet)).toEqual(['1 HEADER', '3 HEADER']);
  });

  it('passes over a row of column numbers and prefers visible columns to hidden ones', () => {
    const rows = [['事项名称', '权力类型', '备注', '备注', '行使主体'], [1, 2, 3, 4, 5], ['取水许可', '行政许可', '旧', '新', '某市水务局']];
    const sheet = readRows({ rows, hiddenColumns: [3] });
    expect(sheet.powers[0]).toMatchObject({ name: '取水许可', remark: '新' });
    expect(kinds(sheet)).toEqual(['1 HEADER', '2 HEADER']);
  });
});

describe('what the rows around an item say', () => {
  it('takes body and category from title, department row, banners, sheet name and file name', () => {
    const list = read(
      {
        '行政许可（2项）': [['事项名称', '实施依据'], ['取水许可', '《水法》'], ['排污许可', '《水法》']],
        总表: [
          ['某县水利局2024年权责清单'],
          ['部门名称：某县水利局（盖章）      填报时间：2024年'],
          ['序号', '事项名称', '实施依据'],
          ['一、行政处罚（共1项）', null, null],
          [1, '甲的处罚', '《水法》'],
          ['（二）其他行政权利', null, null],
          [1, '乙的备案', '《水法》'],
          ['合计', 2, null],
          ['备注：本表包括委托事项', null, null],
        ],
        县教育局: [['事项名称', '权力类别'], ['民办学校设立', '审批']],
      },
      { fileName: '2024年市水务局权责清单.xlsx' },
    );
    const facts = list.sheets.map((sheet) => sheet.powers.map(({ name, category, body }) => [name, category, body]));
    expect(facts).toEqual([
      [['取水许可', 'LICENSE', '市水务局'], ['排污许可', 'LICENSE', '市水务局']],
      [['甲的处罚', 'PENALTY', '某县水利局'], ['乙的备案', 'OTHER', '某县水利局']],
      [['民办学校设立', 'LICENSE', '县教育局']],
    ]);
    expect(kinds(list.sheets[1]!)).toEqual(['1 TITLE', '2 DEPARTMENT', '3 HEADER', '4 CATEGORY', '6 CATEGORY', '8 SUBTOTAL', '9 NOTE']);
  });

  it('follows department headings between the items', () => {
    const rows: CellValue[][] = [['序号', '事项名称', '类别'], ['一、县公安局', null, null], [1, '甲的处罚', '行政处罚'], ['二、县民政局（共1项）', null, null], [2, '临时救助', '行政给付']];
    const sheet = readRows({ rows, merges: ['A2:C2', 'A4:C4'] });
    expect(sheet.powers.map(({ body }) => body)).toEqual(['县公安局', '县民政局']);
  });

  it('takes the level from the sheet name: the same name on the municipal and the county sheet is two items', () => {
    const rows = [['事项名称', '权力类型', '行使主体'], ['取水许可', '行政许可', '水行政主管部门'], ['甲的处罚', '行政处罚', '水行政主管部门'], ['乙的处罚', '行政处罚', '水行政主管部门']];
    const list = read({ 市级: rows, 县级: rows });
    expect(list.sheets.map((sheet) => sheet.powers.map(({ levels }) => levels[0]))).toEqual([Array(3).fill('MUNICIPAL'), Array(3).fill('COUNTY')]);
  });

  it('does not take an item for a heading because its name is a kind of power', () => {
    const rows = [['序号', '事项名称'], [1, '行政复议'], [2, '行政许可（2项）'], [1, '取水许可'], [2, '备案']];
    const [sheet] = read({ 其他行政权力: rows }, { fileName: '某市水务局权责清单.xlsx' }).sheets;
    expect(sheet!.powers.map(({ name, category }) => `${category} ${name}`)).toEqual(['OTHER 行政复议', 'LICENSE 取水许可', 'LICENSE 备案']);
  });

  it('ignores what stands beside the table and numbered empty rows', () => {
    const sheet = readRows([['序号', '事项名称', '类型', '行使主体'], [1, '甲的处罚', '行政处罚', '某市水务局'], [2, null, null, null], [null, null, null, null, null, '行政许可'], [null, null, null, null]]);
    expect(names(sheet)).toEqual(['甲的处罚']);
    expect(kinds(sheet)).toEqual(['1 HEADER', '3 SERIAL_ONLY', '4 OUTSIDE']);
  });
});

describe('items over several rows', () => {
  it('continues a basis below its item, merged or not', () => {
    const rows = [HEADER, item(1, '甲的处罚', { basis: '【法律】《水法》第一条' }), item(null, null, { category: null, body: null, office: null, level: null, basis: '【法规】《防汛条例》第二条' }), item(2, '乙的处罚')];
    for (const merges of [[], ['A2:A3', 'B2:B3', 'D2:D3', 'F2:F3']]) {
      const sheet = readRows({ rows, merges });
      expect(sheet.powers.map(({ basisText }) => basisText)).toEqual(['【法律】《水法》第一条\n【法规】《防汛条例》第二条', '《水法》第一条']);
      expect(sheet.passedOver).toContainEqual({ row: 3, kind: 'CONTINUED', of: '第2行' });
    }
  });

  it('goes on below a page footer and a repeated header', () => {
    const more = item(null, null, { category: null, body: null, office: null, level: null, basis: '第二条' });
    const sheet = readRows([HEADER, item(1, '甲的处罚', { basis: '《水法》第一条' }), ['第 1 页，共 2 页：'], HEADER, more]);
    expect(sheet.powers[0]!.basisText).toBe('《水法》第一条\n第二条');
  });

  it('does not add to the item above a row that states an item without a name', () => {
    const sheet = readRows([HEADER, item(1, '甲的处罚'), item(null, null, { basis: '《防汛条例》第二条' })]);
    expect(codes(sheet)).toEqual(['3 NO_NAME']);
    expect(sheet.powers[0]!.basisText).toBe('《水法》第一条');
  });

  it('reads a name over two columns as item and sub-item', () => {
    const sheet = readRows({ rows: [['序号', '事项名称', null, '权力类型', '行使主体'], [1, '资质审批', '设立审批', '行政许可', '住建局'], [2, '甲的处罚', null, '行政处罚', '住建局']], merges: ['B1:C1', 'B3:C3'] });
    expect(names(sheet)).toEqual(['资质审批/设立审批', '甲的处罚']);
  });

  it('gives merged names and categories to every sub-item row, and reads a blank name as the one above', () => {
    const rows = [HEADER, item(3, '资质审批', { sub: '1.设立审批', category: '行政许可' }), item(null, null, { sub: '2.变更\n审批', category: null }), item(null, null, { sub: '3.注销审批', category: '行政许可' })];
    const sheet = readRows({ rows, merges: ['B2:B3', 'D2:D3'] });
    expect(names(sheet)).toEqual(['资质审批/设立审批', '资质审批/变更审批', '资质审批/注销审批']);
    expect(new Set(sheet.powers.map(({ category }) => category))).toEqual(new Set(['LICENSE']));
  });

  it('takes a parent row as the name of its sub-items', () => {
    const parent = [3, '资质审批', null, null, null, null, null, null];
    const sheet = readRows([HEADER, parent, item('3.1', null, { sub: '设立审批' }), item('3.2', null, { sub: '变更审批' })]);
    expect(names(sheet)).toEqual(['资质审批/设立审批', '资质审批/变更审批']);
    expect(kinds(sheet)).toEqual(['1 HEADER', '2 PARENT']);
  });

  it('reads serials 3-1 and （1） as sub-items where there is no sub-item column', () => {
    const sheet = readRows([['序号', '事项名称', '权力类型', '行使主体'], [3, '资质审批', '行政许可', '住建局'], ['3-1', '设立审批', '行政许可', '住建局'], ['（2）', '变更审批', '行政许可', '住建局'], [4, '甲的处罚', '行政处罚', '住建局']]);
    expect(names(sheet)).toEqual(['资质审批', '资质审批/设立审批', '资质审批/变更审批', '甲的处罚']);
  });

  it('splits several sub-items of one cell', () => {
    const cases: [string, (string | null)[]][] = [
      ['1.首次申请\n2.变更\n3.延续', ['首次申请', '变更', '延续']],
      ['（1）设立；（2）变更', ['设立', '变更']],
      ['①设立②变更', ['设立', '变更']],
      ['设立审批\n变更审批', ['设立审批', '变更审批']],
      ['设立；变更登记；注销登记', ['设立', '变更登记', '注销登记']],
      ['民办学校\n设立审批', ['民办学校设立审批']],
      ['1.民办学校设立审批', ['民办学校设立审批']],
      ['1.6升及以下机动车登记', ['1.6升及以下机动车登记']],
      ['设立、变更、注销', ['设立、变更、注销']],
      ['无', [null]],
      ['/', [null]],
    ];
    for (const [sub, expected] of cases) {
      const sheet = readRows([HEADER, item(1, '审批', { sub, category: '行政许可' })]);
      expect(sheet.powers.map(({ subItem }) => subItem)).toEqual(expected);
    }
  });

  it('splits sub-items listed below the name, but not an enumeration of acts', () => {
    const listed = readRows([HEADER, item(1, '资质审批\n1.设立审批\n2.变更审批', { category: '行政许可' })]);
    expect(names(listed)).toEqual(['资质审批/设立审批', '资质审批/变更审批']);
    const acts = readRows([HEADER, item(1, '对有下列行为之一的处罚：\n1.未取得许可的\n2.超出许可的')]);
    expect(names(acts)).toEqual(['对有下列行为之一的处罚：1.未取得许可的2.超出许可的']);
  });

  it('folds the line of another level into its item, and keeps another body of the same level as an item', () => {
    const county = item(null, null, { category: null, basis: null, body: '县水务局', level: '县级' });
    const folded = readRows({ rows: [HEADER, item(1, '甲的处罚'), county], merges: ['A2:A3', 'B2:B3', 'D2:D3', 'E2:E3'] });
    expect(folded.powers).toHaveLength(1);
    expect(folded.powers[0]).toMatchObject({ levels: ['MUNICIPAL', 'COUNTY'], authoritySplit: '市级：\n县级（县水务局，执法科）：' });
    expect(folded.passedOver).toContainEqual({ row: 3, kind: 'OTHER_LEVEL', of: '第2行' });
    const second = item(null, null, { category: null, basis: null, body: '某市林业局' });
    const shared = readRows({ rows: [HEADER, item(1, '甲的处罚'), second], merges: ['A2:A3', 'B2:B3', 'D2:D3', 'E2:E3'] });
    expect(shared.powers.map(({ name, body, basisText }) => [name, body, basisText])).toEqual([['甲的处罚', '某市水务局', '《水法》第一条'], ['甲的处罚', '某市林业局', '《水法》第一条']]);
  });
});

describe('what a cell says', () => {
  it('cleans names, bodies and offices of spaces, line breaks, numbers and notes', () => {
    const sheet = readRows([
      HEADER,
      item(1, ' 12.对 违反\nISO 9001 认证\u200b规定的\u3000处罚。', { body: ' 某市\n水务局（部分为省厅委托事项） ', office: '法规科（信访办、宣传科)、水政\n支队／水资源科' }),
      item(2, '乙的处罚', { body: '某市水务局（某市河长办公室）', office: '食品生产、经营科\n各区大队，无' }),
      item(3, '丙的处罚', { body: '市发改局（非技术改造类）；市经信局（技术改造类）', office: '/' }),
      item(4, '丁的处罚', { body: '省、市、县人民政府' }),
    ]);
    expect(sheet.powers.map(({ name, body, offices, remark }) => [name, body, offices, remark])).toEqual([
      ['对违反ISO 9001认证规定的处罚', '某市水务局', ['法规科（信访办、宣传科）', '水政支队', '水资源科'], '部分为省厅委托事项'],
      ['乙的处罚', '某市水务局（某市河长办公室）', ['食品生产、经营科', '各区大队'], null],
      ['丙的处罚', '市发改局', [], '非技术改造类\n技术改造类'],
      ['丙的处罚', '市经信局', [], '非技术改造类\n技术改造类'],
      ['丁的处罚', '省、市、县人民政府', ['执法科'], null],
    ]);
  });

  it('hands the basis cell to the citation parser as printed', () => {
    const seen: string[] = [];
    const bytes = workbookBytes({ 清单: [HEADER, item(1, '甲的处罚', { basis: '【法律】《水法》\r\n  第一条　内容 ' })] });
    readListFile({ fileName: 'a.xlsx', bytes, categories: NATIONAL }, (cell) => (seen.push(cell), []));
    expect(seen).toEqual(['【法律】《水法》\n第一条 内容']);
  });
});

describe('rows that cannot be taken', () => {
  const cases: { shape: string; row: CellValue[]; code: string }[] = [
    { shape: 'no name', row: item(2, null), code: 'NO_NAME' },
    { shape: '无 for a name', row: item(2, '无'), code: 'NO_NAME' },
    { shape: 'a name over 1,000 characters', row: item(2, '罚'.repeat(1001)), code: 'NAME_TOO_LONG' },
    { shape: 'an unknown category', row: item(2, '办事', { category: '公共服务' }), code: 'UNKNOWN_CATEGORY' },
    { shape: 'two categories', row: item(2, '办事', { category: '行政处罚、行政强制' }), code: 'UNKNOWN_CATEGORY' },
    { shape: 'a category outside the scheme', row: item(2, '办事', { category: '非行政许可审批' }), code: 'CATEGORY_NOT_IN_SCHEME' },
    { shape: 'a stray line with a name only', row: [null, '续前一行的文字', null, null, null, null, null, null], code: 'ONLY_A_NAME' },
    { shape: 'a formula as text', row: item(2, "=cmd|' /C calc'!A0"), code: 'FORMULA' },
  ];

  test.each(cases)('$shape: $code', ({ row, code }) => {
    const sheet = readRows([HEADER, item(1, '甲的处罚'), row, item(3, '丙的处罚')]);
    expect(codes(sheet)).toEqual([`3 ${code}`]);
    expect(names(sheet)).toEqual(['甲的处罚', '丙的处罚']);
    expect(sheet.rowsRead).toBe(3);
  });

  it('rejects a formula without a stored text, and takes one with it', () => {
    const sheet = readRows({
      rows: [HEADER, item(1, '甲'), item(2, '乙'), item(3, '丙')],
      formulas: { B2: { formula: "cmd|' /C calc'!A0" }, B3: { formula: 'CONCATENATE("对乙","的处罚")', value: '对乙的处罚' }, A4: { formula: 'A3+1', value: 3 } },
    });
    expect(codes(sheet)).toEqual(['2 FORMULA']);
    expect(names(sheet)).toEqual(['对乙的处罚', '丙']);
  });

  it('rejects an item whose body or category is nowhere to be found', () => {
    expect(codes(readRows([['事项名称', '权力类型'], ['甲的处罚', '行政处罚']]))).toEqual(['2 NO_BODY']);
    expect(codes(readRows([['事项名称', '行使主体'], ['甲的处罚', '某市水务局']]))).toEqual(['2 NO_CATEGORY']);
  });

  it('rejects rows that a clerk hid because they are another level’s, takes other hidden rows', () => {
    const sheet = readRows({ rows: [HEADER, item(1, '甲的处罚', { level: '自治区级' }), item(2, '甲的处罚'), item(3, '乙的处罚')], hiddenRows: [2, 4] });
    expect(codes(sheet)).toEqual(['2 HIDDEN_ROW']);
    expect(sheet.powers.map(({ row }) => row)).toEqual([3, 4]);
  });

  it('rejects every row of a hidden sheet and of a sheet without a header', () => {
    const list = read({ 清单: [HEADER, item(1, '甲的处罚')], 旧表: { rows: [HEADER, item(1, '旧的处罚')], hidden: true }, 名单: [['张三', '科长'], ['李四', '科员']] });
    expect(list.sheets.map((sheet) => [sheet.name, sheet.rowsRead, codes(sheet)])).toEqual([
      ['清单', 1, []],
      ['旧表', 1, ['2 HIDDEN_SHEET']],
      ['名单', 2, ['1 NO_HEADER', '2 NO_HEADER']],
    ]);
    expect(list.sheets[2]!.rejected[0]!.reason).toContain('名单');
  });
});

describe('a category left blank', () => {
  it('repeats the one above where merged cells lost their merge', () => {
    const sheet = readRows([['事项名称', '权力类型', '行使主体'], ['甲的处罚', '行政处罚', '某市水务局'], ['乙的处罚', null, null], ['丙的处罚', null, null], ['丁许可', '行政许可', null], ['戊许可', null, null]]);
    expect(sheet.powers.map(({ category }) => category)).toEqual(['PENALTY', 'PENALTY', 'PENALTY', 'LICENSE', 'LICENSE']);
    expect(new Set(sheet.powers.map(({ body }) => body))).toEqual(new Set(['某市水务局']));
  });

  it('is not guessed between two different ones', () => {
    const sheet = readRows([HEADER, item(1, '甲的处罚'), item(2, '乙', { category: null }), item(3, '丙许可', { category: '行政许可' }), item(4, '丁许可', { category: '行政许可' })]);
    expect(codes(sheet)).toEqual(['3 NO_CATEGORY']);
  });
});

describe('sheets that repeat each other', () => {
  const rows = [HEADER, item(1, '甲的处罚'), item(2, '乙的处罚'), item(3, '丙的处罚')];

  it('counts a print version once, whichever comes first, and says where the original stands', () => {
    const books: Record<string, CellValue[][]>[] = [{ 打印版: rows, 清单: rows }, { 清单: rows, '清单 (2)': rows }];
    for (const sheets of books) {
      const list = read(sheets);
      const copy = list.sheets.find(({ name }) => name !== '清单')!;
      expect(list.sheets.find(({ name }) => name === '清单')!.powers).toHaveLength(3);
      expect([copy.rowsRead, copy.powers.length]).toEqual([0, 0]);
      expect(copy.passedOver).toContainEqual({ row: 2, kind: 'REPEATED', of: '工作表“清单”第2行' });
    }
  });

  it('keeps what only the copy holds, and items of another basis on a sheet that is no copy', () => {
    const edited = [HEADER, item(1, '甲的处罚', { basis: '《水法》第九条' }), ...rows.slice(2), ...[4, 5, 6, 7, 8, 9].map((serial) => item(serial, `新的处罚${serial}`))];
    const list = read({ 一: rows, 二: edited });
    expect(names(list.sheets[1]!)).toEqual(['甲的处罚', '新的处罚4', '新的处罚5', '新的处罚6', '新的处罚7', '新的处罚8', '新的处罚9']);
  });
});

describe('formats and bad files', () => {
  const rows: CellValue[][] = [['总序号', '实施部门', '项目类别', '分序号', '项目名称', '设立依据'], [null, '某市农业局', '其他权利', 1, '种子质量,鉴定', '《种子法》第四十二条\n“内容”']];
  const expected = { name: '种子质量,鉴定', category: 'OTHER', body: '某市农业局', basisText: '《种子法》第四十二条\n“内容”', row: 2 };
  const readBytes = (fileName: string, bytes: Uint8Array): ReturnType<typeof readListFile> => readListFile({ fileName, bytes, categories: NATIONAL }, noCitations);

  test.each([
    ['a.xls', workbookBytes({ Sheet1: rows }, 'biff8')],
    ['BIFF named a.xlsx', workbookBytes({ Sheet1: rows }, 'biff8')],
    ['OOXML named a.csv', workbookBytes({ Sheet1: rows }, 'xlsx')],
    ['utf-8.csv', Buffer.from(csvText(rows))],
    ['bom.csv', Buffer.from(`\uFEFF${csvText(rows)}`)],
    ['gb18030.csv', iconv.encode(csvText(rows), 'gb18030')],
    ['utf-16.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csvText(rows).replaceAll(',', '\t').replaceAll('\t鉴', ',鉴'), 'utf16le')])],
  ])('reads %s', (fileName, bytes) => {
    const result = readBytes(fileName, bytes);
    expect(result).toMatchObject({ ok: true, list: { sheets: [{ powers: [expected], rejected: [] }] } });
  });

  test.each([
    ['EMPTY_FILE', Buffer.alloc(0)],
    ['EMPTY_FILE', workbookBytes({ Sheet1: [] })],
    ['NOT_A_SPREADSHEET', Buffer.from('%PDF-1.4\n%âãÏÓ')],
    ['NOT_A_SPREADSHEET', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['NOT_A_SPREADSHEET', Buffer.from('<html><table><tr><td>事项名称</td></tr></table></html>')],
    ['DAMAGED', workbookBytes({ Sheet1: rows }).subarray(0, 2000)],
    ['NO_HEADER', Buffer.from('张三,科长\n李四,科员')],
  ])('refuses with %s', (code, bytes) => {
    const result = readBytes('某表.xlsx', bytes);
    expect(result).toMatchObject({ ok: false, code });
    expect(result.ok || result.message).toContain('文件“某表.xlsx”');
  });

  it('refuses more rows than it could read in time', () => {
    const csv = Buffer.from(`序号,事项名称,权力类型\n${'1,甲的处罚,行政处罚\n'.repeat(100_001)}`);
    expect(readBytes('某表.csv', csv)).toMatchObject({ ok: false, code: 'TOO_MANY_ROWS' });
  });

  it('names the sheets when no sheet has a header', () => {
    const result = readBytes('某表.xlsx', workbookBytes({ 人员: [['张三', '科长'], ['李四', '科员']] }));
    expect(result).toMatchObject({ ok: false, code: 'NO_HEADER', message: expect.stringContaining('“人员”第 1–2 行') });
  });
});
