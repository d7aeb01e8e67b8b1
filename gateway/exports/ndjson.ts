import type { ExportedItem } from './exported-item';

/** Items as newline-delimited JSON, one object a line, of the shape of `ExportedItem`. */
export async function* ndjson(pages: AsyncIterable<readonly ExportedItem[]>): AsyncGenerator<string> {
  for await (const items of pages) yield items.map((item) => `${JSON.stringify(item)}\n`).join('');
}
