import { describedTerms } from '../described-terms';
import { afterFirst } from './after-first';
import type { ExportSource } from './export-source';
import { pageAfter, pageQuery } from './list-items';
import { type Cell, type SheetColumn, type StreamedSheet, streamWorkbook } from './stream-workbook';

const COLUMNS = '{ itemFormColumns { title width } }';
const ROWS = pageQuery('formRows');

type FormRow = (string | null)[];

/**
 * The item form (权力清单事项表格) as a workbook, a sheet for each category. What its cells say is the catalog's, which
 * also reads them when the form comes back: here they are only numbered and put into sheets.
 */
export const itemForm = (source: ExportSource): AsyncGenerator<Buffer> => streamWorkbook(sheets(source));

async function* sheets(source: ExportSource): AsyncGenerator<StreamedSheet> {
  const { ask, actor, scope } = source;
  const { itemFormColumns: columns } = await ask<{ itemFormColumns: SheetColumn[] }>('catalog', COLUMNS, {}, actor);
  let written = 0;
  for (const [category, title] of describedTerms('catalog', 'PowerCategory')) {
    if (scope.category !== undefined && category !== scope.category) continue;
    const pages = await afterFirst(formPages(source, category));
    if (pages === null) continue;
    written += 1;
    yield { title, columns, rows: numbered(pages) };
  }
  if (written === 0) yield { title: '权力清单事项表格', columns, rows: numbered([]) };
}

async function* formPages({ ask, actor, scope }: ExportSource, category: string): AsyncGenerator<FormRow[][]> {
  let after: string | null = null;
  do {
    const page: { next: string | null; items: { formRows: FormRow[] }[] } = await pageAfter(ask, ROWS, { ...scope, category }, after, actor);
    if (page.items.length > 0) yield page.items.map(({ formRows }) => formRows);
    after = page.next;
  } while (after !== null);
}

/** The first row of each item begins with its number in the sheet. */
async function* numbered(pages: AsyncIterable<FormRow[][]> | Iterable<FormRow[][]>): AsyncGenerator<Cell[][]> {
  let number = 0;
  for await (const items of pages) {
    yield items.flatMap((rows) => {
      number += 1;
      return rows.map(([mark, ...cells], index): Cell[] => [index === 0 ? number : (mark ?? null), ...cells]);
    });
  }
}
