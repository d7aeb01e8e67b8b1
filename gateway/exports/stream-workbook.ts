import { neverFormula } from '../../services/shared/tabular/formula-like';
import { sheetNames } from '../reports/sheet-names';
import { daySerial, fittingCell } from '../spreadsheet-values';
import { cellText, plainText } from './sheet-text';
import { type ZipEntry, zipEntries } from './zip-entries';

/** What one cell holds; `day` is `YYYY-MM-DD`. */
export type Cell = string | number | { day: string } | null;

export interface SheetColumn {
  title: string;
  /** In characters of Latin script; a Chinese one takes two. */
  width: number;
}

/** A sheet whose rows are made while it is written. */
export interface StreamedSheet {
  title: string;
  columns: readonly SheetColumn[];
  /** Rows in batches. */
  rows: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** What a text that is longer than a cell ends with. */
const CUT = '……（余下从略）';
/** Of a sheet, its header included. */
const MOST_ROWS = 1_048_576;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook written as it is made: rows are packed and sent batch by batch, none is kept, so a million of them take
 * no more memory than a thousand. Texts stand in their cells (a table of shared texts would have to be held), the first
 * row stays in view and filters; a sheet that is full goes on in another. The parts that list the sheets come last.
 */
export function streamWorkbook(sheets: AsyncIterable<StreamedSheet>): AsyncGenerator<Buffer> {
  return zipEntries(parts(sheets));
}

async function* parts(sheets: AsyncIterable<StreamedSheet>): AsyncGenerator<ZipEntry> {
  const titles: string[] = [];
  for await (const sheet of sheets) {
    const rows = new Rows(sheet.rows);
    try {
      do {
        titles.push(sheet.title);
        yield { path: `xl/worksheets/sheet${titles.length}.xml`, content: sheetXml(sheet.columns, rows, titles.length === 1) };
      } while (await rows.areLeft());
    } finally {
      await rows.close();
    }
  }
  const names = sheetNames(titles);
  yield { path: 'xl/workbook.xml', content: [workbookXml(names)] };
  yield { path: 'xl/styles.xml', content: [STYLES] };
  yield { path: 'xl/_rels/workbook.xml.rels', content: [relationsXml([...names.map((_name, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const), ['styles', 'styles.xml']])] };
  yield { path: '_rels/.rels', content: [relationsXml([['officeDocument', 'xl/workbook.xml']])] };
  yield { path: '[Content_Types].xml', content: [contentTypesXml(names.length)] };
}

/** Rows that several sheets may share: each takes as many as it holds. */
class Rows {
  private readonly batches: AsyncIterator<readonly (readonly Cell[])[]>;
  private rest: readonly (readonly Cell[])[] = [];
  private isDone = false;

  constructor(batches: AsyncIterable<readonly (readonly Cell[])[]>) {
    this.batches = batches[Symbol.asyncIterator]();
  }

  async areLeft(): Promise<boolean> {
    while (this.rest.length === 0 && !this.isDone) {
      const next = await this.batches.next();
      if (next.done) this.isDone = true;
      else this.rest = next.value;
    }
    return this.rest.length > 0;
  }

  /** The next rows, at most so many. */
  async take(most: number): Promise<readonly (readonly Cell[])[]> {
    if (!(await this.areLeft())) return [];
    const taken = this.rest.slice(0, most);
    this.rest = this.rest.slice(most);
    return taken;
  }

  async close(): Promise<void> {
    await this.batches.return?.();
  }
}

async function* sheetXml(columns: readonly SheetColumn[], rows: Rows, isFirst: boolean): AsyncGenerator<string> {
  const letters = columns.map((_column, index) => columnLetters(index));
  const widths = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield `${HEAD}<worksheet ${MAIN}><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData>${rowXml(letters, 1, columns.map(({ title }) => title), HEADER_STYLE)}`;
  let last = 1;
  for (let some = await rows.take(MOST_ROWS - 1); some.length > 0; some = await rows.take(MOST_ROWS - last)) {
    for (const cells of some) yield rowXml(letters, (last += 1), cells); // row by row: what is short-lived must not be large
    if (last === MOST_ROWS) break;
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}${last}"/></worksheet>`;
}

const [TEXT_STYLE, HEADER_STYLE, DAY_STYLE] = [0, 1, 2];

function rowXml(letters: readonly string[], number: number, cells: readonly Cell[], style = TEXT_STYLE): string {
  const written = cells.map((cell, index) => {
    if (cell === null || cell === '') return '';
    const at = `r="${letters[index]}${number}"`;
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    if (typeof cell === 'object') return `<c ${at} s="${DAY_STYLE}"><v>${daySerial(cell.day)}</v></c>`;
    return `<c ${at}${style === TEXT_STYLE ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${cellText(fittingCell(neverFormula(cell), CUT))}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** 0 → `A`, 26 → `AA`. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

const workbookXml = (names: readonly string[]): string =>
  `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${names.map((name, index) => `<sheet name="${plainText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`;

const relationsXml = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

function contentTypesXml(sheets: number): string {
  const overrides = Array.from({ length: sheets }, (_none, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`);
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides.join('')}</Types>`
  );
}

/** Text wraps from the top of its cell; the header is bold; a day is shown as one. */
const STYLES =
  `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';
