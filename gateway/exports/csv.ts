import { stringify } from 'csv-stringify/sync';
import { neverFormula } from '../../services/shared/tabular/formula-like';
import type { ExportedItem } from './exported-item';
import { ITEM_COLUMNS } from './item-columns';
import type { Cell } from './stream-workbook';

/** Without it office programs in China read UTF-8 as GB18030. */
const BYTE_ORDER_MARK = '\uFEFF';

const record = (cells: (string | number)[][]): string => stringify(cells, { record_delimiter: 'windows' });

function text(cell: Cell): string | number {
  if (typeof cell === 'string') return neverFormula(cell);
  return cell === null ? '' : typeof cell === 'number' ? cell : cell.day;
}

/** Items as CSV (RFC 4180, UTF-8 with mark), a row each. */
export async function* csv(pages: AsyncIterable<readonly ExportedItem[]>): AsyncGenerator<string> {
  let head = BYTE_ORDER_MARK + record([ITEM_COLUMNS.map(({ title }) => title)]); // said with the first rows: until they are there, nothing is
  for await (const items of pages) {
    yield head + record(items.map((item) => ITEM_COLUMNS.map(({ cell }) => text(cell(item)))));
    head = '';
  }
  if (head !== '') yield head;
}
