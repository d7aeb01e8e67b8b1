import { type CellValue, csvText } from './spreadsheets';

export const LIST_HEADER = ['序号', '权力类型', '事项名称', '实施依据', '行使主体', '承办机构', '行使层级'];

/** One row of a list, with only what matters to the test. */
export interface ListRow {
  name: string;
  category?: string;
  basis?: string;
  body?: string;
  office?: string;
}

export const listRows = (rows: readonly ListRow[]): CellValue[][] => [
  LIST_HEADER,
  ...rows.map(({ name, category = '行政许可', basis = '【法律】《中华人民共和国水法》第七条', body = '市水务局', office = '水资源科' }, i) => [i + 1, category, name, basis, body, office, '市级']),
];

/** A published list as CSV: a header and these rows, the first of them in row 2. */
export const listCsv = (rows: readonly ListRow[]): Buffer => Buffer.from(csvText(listRows(rows)));

/** So many licences, each of its own name. */
export const manyRows = (count: number, name = '测试事项'): ListRow[] => Array.from({ length: count }, (_, i) => ({ name: `${name}${i + 1}` }));
