import type { CellObject, WorkSheet } from '@e965/xlsx';
import { dayInChina } from '../../services/shared/day';
import { sheetJs } from '../../services/shared/tabular/sheet-js';
import { describedTerms } from '../described-terms';
import type { FindingCount, MandateReport, ReportedFinding } from './mandate-report';
import { sheetNames } from './sheet-names';
import { dayCell, numberCell, textCell } from './typed-cells';

interface Column {
  title: string;
  /** In characters of Latin script; a Chinese one takes two. */
  width: number;
  cell: (finding: ReportedFinding, index: number) => CellObject;
}

const text = (title: string, width: number, of: (finding: ReportedFinding) => string | null | undefined): Column => ({ title, width, cell: (finding) => textCell(of(finding) ?? null) });
const term = (type: string, code: string | null | undefined, service: 'organisation' | 'catalog' = 'organisation'): string | null =>
  code ? (describedTerms(service, type).get(code) ?? code) : null;

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 6, cell: (_finding, index) => numberCell(index + 1) },
  text('机构代码', 11, ({ agency }) => agency.code),
  text('责任机构', 26, ({ agency }) => agency.name),
  text('严重程度', 10, ({ severity }) => term('Severity', severity)),
  text('问题说明', 60, ({ explanation }) => explanation),
  text('职责序号', 10, ({ duty }) => duty?.number),
  text('职责原文', 50, ({ duty }) => duty?.text),
  text('事项编码', 20, ({ item }) => item?.code),
  text('权力类型', 14, ({ item }) => term('PowerCategory', item?.category, 'catalog')),
  text('事项状态', 10, ({ item }) => term('ItemStatus', item?.status, 'catalog')),
  text('事项原文', 50, ({ item }) => item?.text),
  text('内设机构', 18, ({ office }) => office?.name),
  text('处理建议', 50, ({ proposedAction }) => proposedAction),
  text('依据条款', 10, ({ clause }) => clause),
  { title: '相似度', width: 8, cell: ({ score }) => numberCell(score, '0.00') },
  text('待人工认定', 12, ({ candidate }) => (candidate ? '是' : '否')),
  text('处理状态', 10, ({ state }) => term('FindingState', state)),
  { title: '发现日期', width: 12, cell: ({ raisedOn }) => dayCell(raisedOn) },
  { title: '整改期限', width: 12, cell: ({ deadline }) => dayCell(deadline) },
  text('回复', 40, ({ reply }) => reply),
  { title: '回复日期', width: 12, cell: ({ repliedAt }) => dayCell(repliedAt && dayInChina(new Date(repliedAt))) },
  text('办结说明', 40, ({ closure }) => closure),
  { title: '办结日期', width: 12, cell: ({ closedAt }) => dayCell(closedAt && dayInChina(new Date(closedAt))) },
  text('问题编号', 44, ({ id }) => id),
];

const SUMMARY = '汇总';

/** The report as a workbook: a summary, then a sheet for each kind that was found, with filters. */
export function mandateWorkbook(report: MandateReport): Buffer {
  const found = report.byKind.filter(({ open, closed }) => open + closed > 0);
  const [summary = SUMMARY, ...names] = sheetNames([SUMMARY, ...found.map(({ name }) => name)]);
  const { utils, write } = sheetJs();
  const book = utils.book_new();
  utils.book_append_sheet(book, summarySheet(report), summary);
  found.forEach(({ code }, index) => utils.book_append_sheet(book, kindSheet(report.findings.filter(({ kind }) => kind === code)), names[index]));
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer;
  return withFrozenHeader(bytes, found.map((_kind, index) => index + 2));
}

function kindSheet(findings: readonly ReportedFinding[]): WorkSheet {
  const sheet = toSheet([COLUMNS.map(({ title }) => textCell(title)), ...findings.map((finding, index) => COLUMNS.map(({ cell }) => cell(finding, index)))]);
  sheet['!autofilter'] = { ref: sheet['!ref']! };
  sheet['!cols'] = COLUMNS.map(({ width }) => ({ wch: width }));
  return sheet;
}

function summarySheet({ scope, asOf, open, closed, byKind, byAgency, byCategory, lastRun }: MandateReport): WorkSheet {
  const counted = (what: string, counts: readonly FindingCount[], code: (count: FindingCount) => string | null): CellObject[][] => [
    [],
    [what, '代码', '未办结', '已办结'].map(textCell),
    ...counts.map((count) => [textCell(count.name), textCell(code(count)), numberCell(count.open), numberCell(count.closed)]),
  ];
  const sheet = toSheet([
    [textCell(`${scope.regionName}三定与清单交叉核对报告`)],
    [textCell('区划'), textCell(scope.regionCode)],
    [textCell('截至'), dayCell(dayInChina(new Date(asOf)))],
    [textCell('未办结问题'), numberCell(open)],
    [textCell('已办结问题'), numberCell(closed)],
    ...counted('问题类型', byKind, ({ code }) => code),
    ...counted('责任机构', byAgency, ({ code }) => code),
    ...counted('权力类型', byCategory, ({ code }) => code),
    [],
    ...(lastRun === null
      ? [[textCell('全区划尚无留存的核对记录，无从比较')]]
      : [
          [textCell(`全区划第 ${lastRun.number} 次核对，与前一次比较`), dayCell(lastRun.day)],
          [textCell('新增'), numberCell(lastRun.newCount)],
          [textCell('消除'), numberCell(lastRun.goneCount)],
          [textCell('仍在'), numberCell(lastRun.stillCount)],
          [textCell('核对事项'), numberCell(lastRun.items)],
          [textCell('核对三定'), numberCell(lastRun.mandates)],
        ]),
  ]);
  sheet['!cols'] = [{ wch: 46 }, { wch: 30 }, { wch: 10 }, { wch: 10 }];
  return sheet;
}

function toSheet(rows: readonly CellObject[][]): WorkSheet {
  const { utils } = sheetJs();
  const sheet: WorkSheet = {};
  rows.forEach((cells, r) => cells.forEach((cell, c) => cell.t !== 'z' && (sheet[utils.encode_cell({ r, c })] = cell)));
  const width = Math.max(...rows.map((cells) => cells.length));
  return Object.assign(sheet, { '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } }) });
}

const PANE = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';

/** The library has no word for a frozen first row: it is put into the sheets it wrote, by their numbers from 1. */
function withFrozenHeader(bytes: Buffer, sheets: readonly number[]): Buffer {
  const { CFB } = sheetJs();
  const archive = CFB.read(bytes, { type: 'buffer' });
  for (const sheet of sheets) {
    const part = CFB.find(archive, `/xl/worksheets/sheet${sheet}.xml`)!;
    const xml = Buffer.from(part.content as Uint8Array).toString('utf8');
    part.content = Buffer.from(xml.replace(/<sheetView workbookViewId="0"\/>/, `<sheetView workbookViewId="0">${PANE}</sheetView>`));
  }
  return Buffer.from(CFB.write(archive, { type: 'buffer', fileType: 'zip', compression: true }) as Uint8Array);
}
