import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { read } from '@e965/xlsx';
import { parseCitations } from '../../../../../services/catalog/importers/citations';
import type { Citation } from '../../../../../services/catalog/rules/listed-power';

type Label = Pick<Citation, 'level' | 'title' | 'documentNumber' | 'article' | 'paragraph' | 'item'>;

/** What a careful reader of one basis cell lists. Facts only: the cell's own text stays in the published list. */
interface LabelledCell {
  file: string;
  sheet: string;
  row: number;
  cell: string;
  /** `hold-out` cells were chosen and labelled before the parser was run on them. */
  set: 'tuning' | 'hold-out';
  citations: Label[];
}

const LISTS = resolve(__dirname, '../../../../../../shared/data/lists');
const labelled = JSON.parse(readFileSync(join(__dirname, 'labelled-cells.json'), 'utf8')) as LabelledCell[];

const byArticle = ({ title, article }: Label): string => `${title}|${article}`;
const byRankAndNumber = ({ level, title, documentNumber, article }: Label): string => `${level}|${title}|${documentNumber}|${article}`;
const byClause = ({ title, article, paragraph, item }: Label): string => `${title}|${article}|${paragraph}|${item}`;

function scoreF1(cells: readonly LabelledCell[], textOf: (cell: LabelledCell) => string, key: (label: Label) => string): number {
  let [agreed, total] = [0, 0];
  for (const cell of cells) {
    const found = new Set(parseCitations(textOf(cell)).map(key));
    const wanted = new Set(cell.citations.map(key));
    agreed += [...found].filter((one) => wanted.has(one)).length;
    total += found.size + wanted.size;
  }
  return (2 * agreed) / total;
}

function readCells(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of new Set(labelled.map((cell) => cell.file))) {
    const book = read(readFileSync(join(LISTS, file)), { cellFormula: false, cellHTML: false, cellStyles: false });
    for (const { sheet, cell } of labelled.filter((one) => one.file === file)) {
      texts.set(`${file}/${sheet}/${cell}`, String(book.Sheets[sheet]?.[cell]?.v ?? ''));
    }
  }
  return texts;
}

/** How other departments write the same cell: without tags, on one line, with half-width marks, numbered, quoted. */
const STYLES: Record<string, (text: string) => string> = {
  'without level tags': (text) => text.replace(/【[^】]{1,8}】/g, ''),
  'with tags before a colon': (text) => text.replace(/【([^】]{1,8})】/g, '$1：'),
  'on one line': (text) => text.replace(/\s*\n\s*/g, ''),
  'with blanks for line breaks': (text) => text.replace(/\s*\n\s*/g, ' '),
  'with a blank after the article': (text) => text.replace(/(第[一二三四五六七八九十百零]+条[^：\n。]{0,20}?)：/g, '$1 '),
  'with nothing after the article': (text) => text.replace(/(第[一二三四五六七八九十百零]+条[^：\n。]{0,20}?)：/g, '$1'),
  'with the clause in quotation marks': (text) => text.replace(/(第[一二三四五六七八九十百零]+条[^：\n。]{0,20}?)：([^\n]*)/g, '$1：“$2”'),
  'in half-width marks': (text) => text.replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':').replace(/，/g, ',').replace(/；/g, ';'),
  'with < and > for title marks': (text) => text.replace(/《/g, '<').replace(/》/g, '>'),
  'numbered, without tags, on one line': (text) => {
    let number = 0;
    return text.replace(/\s*【[^】]{1,8}】/g, () => `${number > 0 ? '；' : ''}${++number}.`).replace(/\s*\n\s*/g, '');
  },
  'with titles nobody closed': (text) => text.replace(/(【[^】]{1,8}】 ?《[^《》<〈＜\n]*)》(?= ?[（(])/g, '$1'),
  'with titles nobody opened': (text) => text.replace(/(【[^】]{1,8}】) ?《(?=[^《》<〈＜\n]*》)/g, '$1'),
};

if (existsSync(LISTS)) {
  describe('basis cells of a published list, as a reader lists them', () => {
    compareCells();
  });
} else {
  describe('basis cells of a published list', () => {
    it('are not compared here: the published workbooks (shared/data/lists) do not lie beside this checkout', () => {
      expect(labelled.length).toBeGreaterThanOrEqual(120);
    });
  });
}

function compareCells(): void {
  let texts = new Map<string, string>();
  const textOf = ({ file, sheet, cell }: LabelledCell): string => texts.get(`${file}/${sheet}/${cell}`) ?? '';

  beforeAll(() => {
    texts = readCells();
  });

  it('cover every file, each labelled cell being there', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(120);
    expect(new Set(labelled.map((cell) => cell.file)).size).toBe(13);
    expect(labelled.filter((cell) => textOf(cell) === '')).toEqual([]);
  });

  it.each(['tuning', 'hold-out'] as const)('give the same instruments and articles, levels and numbers: %s', (set) => {
    const cells = labelled.filter((cell) => cell.set === set);
    const article = scoreF1(cells, textOf, byArticle);
    const rank = scoreF1(cells, textOf, byRankAndNumber);
    const clause = scoreF1(cells, textOf, byClause);
    console.info(`${set}, ${cells.length} cells: F1 title+article ${article.toFixed(4)}, with level and number ${rank.toFixed(4)}, with paragraph and item ${clause.toFixed(4)}`);
    expect(article).toBeGreaterThanOrEqual(0.98);
    expect(rank).toBeGreaterThanOrEqual(0.95);
    expect(clause).toBeGreaterThanOrEqual(0.95);
  });

  it.each(Object.keys(STYLES))('give the same instruments and articles when written %s', (style) => {
    const restyle = STYLES[style] ?? ((text: string) => text);
    const plain = (cell: LabelledCell): string => restyle(textOf(cell).replace(/\r/g, '').replace(/[ \t\u3000]+/g, ' ').trim());
    expect(scoreF1(labelled, plain, byArticle)).toBeGreaterThanOrEqual(0.98);
  });
}
