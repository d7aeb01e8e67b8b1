import type { ExportSource } from './export-source';
import { location } from './json-ld/authority';
import { CONTEXT } from './json-ld/context';
import { irisOf } from './json-ld/iris';
import type { Node } from './json-ld/node';
import { publicService } from './json-ld/public-service';

/** What is written: a region's items, and what their IRIs begin with. */
export type JsonLdSource = Pick<ExportSource, 'regionName' | 'iriBase' | 'items'> & { scope: Pick<ExportSource['scope'], 'regionCode'> };

/**
 * Items as one JSON-LD document of CPSV-AP 3.2, a page at a time: what several items point to (bodies, instruments,
 * codes) is written before the first that does. Of the document only the IRIs of these are kept, which are few however
 * long a list is.
 */
export async function* jsonLd({ scope: { regionCode }, regionName, iriBase, items: pages }: JsonLdSource): AsyncGenerator<string> {
  const iris = irisOf(iriBase);
  const written = new Set<string>();
  const isNew = ({ '@id': iri }: Node): boolean => {
    if (written.has(iri)) return false;
    written.add(iri);
    return true;
  };
  // Kept until there is a page: what fails before is still an answer of its own.
  let opening = `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n${JSON.stringify(location(iris, regionCode, regionName))}`;
  for await (const items of pages()) {
    const nodes = items.flatMap((item) => {
      const { shared, service } = publicService(iris, item);
      return [...shared.filter(isNew), service];
    });
    yield opening + nodes.map((node) => `,\n${JSON.stringify(node)}`).join('');
    opening = '';
  }
  yield `${opening}\n]}\n`;
}
