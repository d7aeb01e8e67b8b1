import { type JsonLdSource, jsonLd } from '../../../../gateway/exports/json-ld';
import { anExportedItem } from './an-exported-item';

const written = (items: JsonLdSource['items']) => jsonLd({ scope: { regionCode: '140100' }, regionName: '太原市', iriBase: 'https://data.example/id/', items });
const page = (number: number) => [1, 2, 3].map((serial) => anExportedItem({ code: `${number}-${serial}` }));

async function* pages(count: number, asked: number[] = []) {
  for (let number = 1; number <= count; number += 1) {
    asked.push(number);
    yield page(number);
  }
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

const graphOf = (text: string) => (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph'];

describe('a list as a JSON-LD document', () => {
  it('is written page by page: the next is asked for when the one before has been taken', async () => {
    const asked: number[] = [];
    const parts = written(() => pages(3, asked));
    await parts.next();
    expect(asked).toEqual([1]);
    await parts.next();
    expect(asked).toEqual([1, 2]);
  });

  it('has what items share once, before the first that points to it, and later pages nothing but their items', async () => {
    const graph = graphOf(await textOf(written(() => pages(4))));
    const iris = graph.map((node) => node['@id']);
    expect(iris).toHaveLength(new Set(iris).size);
    const first = iris.indexOf('https://data.example/id/item/1-1');
    expect(iris.indexOf('https://data.example/id/agency/140100013')).toBeLessThan(first);
    expect(graph.slice(first).map((node) => node['@type'])).toEqual(Array.from({ length: 12 }, () => 'PublicService'));
  });

  it('is a document also when the list is empty', async () => {
    expect(graphOf(await textOf(written(() => pages(0))))).toEqual([{ '@id': 'https://data.example/id/region/140100', '@type': 'Location', identifier: '140100', prefLabel: '太原市' }]);
  });

  it('says nothing of what is not stated', async () => {
    const bare = anExportedItem({ guide: null, citations: [], levels: [], publishedCode: null });
    const text = await textOf(written(async function* () { yield [bare]; }));
    const service = graphOf(text).find((node) => node['@type'] === 'PublicService')!;
    expect(Object.keys(service)).toEqual(['@id', '@type', 'identifier', 'name', 'description', 'type', 'status', 'effectiveFrom', 'spatial', 'hasCompetentAuthority']);
    expect(text).not.toMatch(/null|\[\]|undefined/);
  });

  it('describes an item by what is true of it, and names a sub-item with its item', async () => {
    const text = await textOf(written(async function* () { yield [anExportedItem({ subItem: '设立', duty: '管理水资源' })]; }));
    expect(graphOf(text).find((node) => node['@type'] === 'PublicService')).toMatchObject({
      name: '取水许可（设立）',
      description: '行政许可事项“取水许可”的子项“设立”，由太原市水务局实施，行使层级：市级、县级。\n部门职责：管理水资源',
    });
  });
});
