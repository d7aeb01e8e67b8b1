import { read } from '@e965/xlsx';
import { mandateWorkbook } from '../../../gateway/reports/mandate-workbook';
import type { MandateReport } from '../../../gateway/reports/mandate-report';
import { openTabular, type Sheet } from '../../../services/shared/tabular';
import { aFinding, aReport } from './a-report';

const STALE = '职责所依事项已取消、下放、合并或划转';

function sheetsOf(report: MandateReport): Sheet[] {
  const opened = openTabular('报告.xlsx', mandateWorkbook(report));
  if (!opened.ok) throw new Error(opened.message);
  return opened.sheets;
}

/** Rows by their titles in the first row. */
function records({ rows }: Sheet): Record<string, string>[] {
  const [header, ...others] = rows;
  return others.map(({ cells }) => Object.fromEntries([...cells].map(([column, text]) => [header!.cells.get(column), text])));
}

describe('the workbook of a cross-check', () => {
  it('has a sheet for each kind that was found, after a summary', () => {
    expect(sheetsOf(aReport([aFinding()])).map(({ name }) => name)).toEqual(['汇总', STALE]);
    expect(sheetsOf(aReport([])).map(({ name }) => name)).toEqual(['汇总']);
  });

  it('says all there is of a finding, both texts quoted, codes as Chinese terms, days of China', () => {
    const [, sheet] = sheetsOf(aReport([aFinding()]));
    expect(records(sheet!)).toEqual([
      {
        序号: '1',
        机构代码: '140100013',
        责任机构: '太原市水务局',
        严重程度: '违反规定',
        问题说明: '职责（三）所依的“取水许可”已经取消。',
        职责序号: '（三）',
        职责原文: '负责取水许可的组织实施',
        事项编码: '14010001301000100',
        权力类型: '行政许可',
        事项状态: '已取消',
        事项原文: '取水许可（行政许可）',
        内设机构: '水资源科',
        处理建议: '修改三定，删去这一职责。',
        依据条款: 'P13',
        相似度: '0.63',
        待人工认定: '是',
        处理状态: '已办结',
        发现日期: '2026-01-05',
        整改期限: '2026-02-04',
        回复: '已报请修改',
        回复日期: '2026-01-10',
        办结说明: '三定已修改',
        办结日期: '2026-01-10',
        问题编号: 'STALE_DUTY:140100013:140100013-M1/0:14010001301000100',
      },
    ]);
  });

  it('leaves cells empty where a finding has nothing to say', () => {
    const nothing = aFinding({ duty: null, item: null, office: null, score: null, candidate: false, raisedOn: null, deadline: null, reply: null, repliedAt: null, closure: null, closedAt: null });
    const [, sheet] = sheetsOf(aReport([nothing]));
    expect(Object.keys(records(sheet!)[0]!)).toEqual(['序号', '机构代码', '责任机构', '严重程度', '问题说明', '处理建议', '依据条款', '待人工认定', '处理状态', '问题编号']);
  });

  it('filters over the header, which stays in view, with columns wide enough to read', () => {
    const bytes = mandateWorkbook(aReport([aFinding(), aFinding()]));
    const book = read(bytes, { cellStyles: true, bookFiles: true }) as ReturnType<typeof read> & { files: Record<string, { content: Uint8Array }> };
    const sheet = book.Sheets[STALE]!;
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:X3' });
    expect(sheet['!cols']!.every((column) => (column.width ?? 0) > 5)).toBe(true);
    const xml = (number: number) => Buffer.from(book.files[`xl/worksheets/sheet${number}.xml`]!.content).toString('utf8');
    expect(xml(2)).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml(1)).not.toContain('<pane');
  });

  it('types every cell: numbers and days as numbers, codes as text', () => {
    const sheet = read(mandateWorkbook(aReport([aFinding()])), { cellNF: true }).Sheets[STALE]!;
    expect([sheet.A2, sheet.B2, sheet.H2, sheet.O2, sheet.R2]).toMatchObject([
      { t: 'n', v: 1 },
      { t: 's', v: '140100013' },
      { t: 's', v: '14010001301000100' },
      { t: 'n', v: 0.625 },
      { t: 'n', v: 46_027, z: 'yyyy-mm-dd' },
    ]);
  });

  it.each(['=cmd|\'/c calc\'!A0', '+1', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '＋1', '－1', '＠x'])('%j is text that a person can read, never a formula', (text) => {
    const bytes = mandateWorkbook(aReport([aFinding({ explanation: text, reply: text, agency: { code: text, name: text } })]));
    const cells = Object.entries(read(bytes, { cellFormula: true }).Sheets[STALE]!).filter(([address]) => !address.startsWith('!'));
    expect(cells.filter(([, cell]) => 'f' in (cell as object))).toEqual([]);
    const [, sheet] = sheetsOf(aReport([aFinding({ explanation: text })]));
    expect(sheet!.rows.flatMap(({ untrusted }) => [...untrusted])).toEqual([]);
    expect(records(sheet!)[0]!['问题说明']!.replaceAll(/\s/g, '')).toBe(`'${text.replaceAll(/\s/g, '')}`);
  });

  it('cuts a text that no cell can hold, and says where the rest is', () => {
    const [, sheet] = sheetsOf(aReport([aFinding({ duty: { number: '（一）', text: '责'.repeat(40_000) } })]));
    const text = records(sheet!)[0]!['职责原文']!;
    expect(text).toHaveLength(32_767);
    expect(text.endsWith('（余下见 JSON 报告）')).toBe(true);
  });

  it('sums up on the first sheet: what, as of when, counts, and what has changed since the run before', () => {
    const lastRun = { number: 3, at: '2026-01-14T01:00:00.000Z', day: '2026-01-14', items: 200, mandates: 12, newCount: 4, goneCount: 5, stillCount: 6 };
    const [summary] = sheetsOf(aReport([aFinding()], { lastRun }));
    const lines = summary!.rows.map(({ cells }) => [...cells.values()].join(' '));
    expect(lines).toEqual([
      '太原市三定与清单交叉核对报告',
      '区划 140100',
      '截至 2026-01-15',
      '未办结问题 0',
      '已办结问题 1',
      '问题类型 代码 未办结 已办结',
      `${STALE} STALE_DUTY 0 1`,
      '承办机构不存在、已撤销或属于其他机构 OFFICE_UNKNOWN 0 0',
      '责任机构 代码 未办结 已办结',
      '太原市水务局 140100013 0 1',
      '权力类型 代码 未办结 已办结',
      '不涉及在册事项 0 1',
      '全区划第 3 次核对，与前一次比较 2026-01-14',
      '新增 4',
      '消除 5',
      '仍在 6',
      '核对事项 200',
      '核对三定 12',
    ]);
  });
});
