import { describedTerms } from '../described-terms';
import { afterFirst } from './after-first';
import type { ExportSource } from './export-source';
import type { ExportedItem } from './exported-item';
import { ITEM_COLUMNS } from './item-columns';
import { type StreamedSheet, streamWorkbook } from './stream-workbook';

/**
 * Items as a workbook, a sheet for each category that has any. The list is read once for each category, in the order of
 * the vocabulary: read once in all, the sheets would have to be kept somewhere until the last of them is complete.
 */
export const xlsx = (source: ExportSource): AsyncGenerator<Buffer> => streamWorkbook(sheets(source));

async function* sheets(source: ExportSource): AsyncGenerator<StreamedSheet> {
  let written = 0;
  for (const [category, title] of describedTerms('catalog', 'PowerCategory')) {
    const pages = await afterFirst(source.items(category));
    if (pages === null) continue;
    written += 1;
    yield { title, columns: ITEM_COLUMNS, rows: rowsOf(pages) };
  }
  if (written === 0) yield { title: '权力清单', columns: ITEM_COLUMNS, rows: rowsOf([]) };
}

async function* rowsOf(pages: AsyncIterable<readonly ExportedItem[]> | Iterable<readonly ExportedItem[]>) {
  for await (const items of pages) yield items.map((item) => ITEM_COLUMNS.map(({ cell }) => cell(item)));
}
