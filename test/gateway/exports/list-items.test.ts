import type { ExportedItem } from '../../../gateway/exports/exported-item';
import { type ExportScope, listItems } from '../../../gateway/exports/list-items';
import { SILENT } from '../../../gateway/log';
import { createHub, type Hub } from '../../../gateway/hub';
import { ANONYMOUS } from '../../../services/shared/actor';
import { SAMPLE_TODAY, sampleClock, sampleDatabase } from '../../support/sample-database';
import { hubConfig } from '../../support/sample-hub';
import type { TestDatabase } from '../../support/database';

let database: TestDatabase;
let hub: Hub;
const statements: string[] = [];
beforeAll(async () => {
  database = await sampleDatabase();
  const connect = () => {
    const connection = database.connect();
    connection.onStatement((text) => statements.push(text));
    return connection;
  };
  hub = await createHub({ ...hubConfig(), cacheBytes: 0 }, { log: SILENT, now: sampleClock, databases: { connect } });
  await hub.start();
  // Neither their looking for news nor the cache's is part of an export.
  await Promise.all(Object.values(hub.subgraphs).flatMap(({ followers }) => followers.map((follower) => follower.stop())));
});
afterAll(async () => {
  await hub.stop();
  await database.drop();
});

async function pagesOf(scope: Partial<ExportScope> = {}): Promise<ExportedItem[][]> {
  const pages: ExportedItem[][] = [];
  for await (const page of listItems(hub.target.ask, { regionCode: '140100', asOf: SAMPLE_TODAY, ...scope }, ANONYMOUS)) pages.push(page);
  return pages;
}
const listed = async (scope: Partial<ExportScope> = {}): Promise<ExportedItem[]> => (await pagesOf(scope)).flat();
const count = async (regionCode: string, asOf: string): Promise<number> => {
  const { listSummary } = await hub.target.ask<{ listSummary: { total: number } }>('catalog', `{ listSummary(regionCode: "${regionCode}", asOf: "${asOf}", groupBy: []) { total } }`, {}, ANONYMOUS);
  return listSummary.total;
};

describe('the items of a list', () => {
  it('are those on it, each once, in the order of codes, however many pages that is', async () => {
    for (const regionCode of ['140100', '650200']) {
      const pages = await pagesOf({ regionCode });
      const codes = pages.flat().map(({ code }) => code);
      expect(codes).toHaveLength(await count(regionCode, SAMPLE_TODAY));
      expect(codes).toEqual([...new Set(codes)].toSorted());
      if (regionCode === '650200') expect(pages.length).toBeGreaterThan(10);
    }
  });

  it('as they were on every day of history that anything changed', async () => {
    const { rows } = await database.connect().pool.query<{ day: string }>(`SELECT DISTINCT valid_from::text AS day FROM catalog.item_version WHERE region_code = '140100' ORDER BY 1`);
    expect(rows.length).toBeGreaterThan(1);
    const said = new Set<string>();
    for (const { day } of rows) {
      const items = await listed({ asOf: day });
      expect(items).toHaveLength(await count('140100', day));
      for (const { effectiveFrom, effectiveTo } of items) expect(effectiveFrom <= day && (effectiveTo === null || effectiveTo > day)).toBe(true);
      said.add(JSON.stringify(items.map(({ code, status, name }) => [code, status, name])));
    }
    expect(said.size).toBeGreaterThan(1);
  });

  it('say all that the graph says of them', async () => {
    const item = (await listed({ withGuides: true })).find(({ code }) => code === '14010001301000100')!;
    expect(item).toMatchObject({
      name: '取水许可', category: 'LICENSE', status: 'LISTED', levels: ['MUNICIPAL', 'COUNTY'], regionCode: '140100', codeScheme: 'PUBLISHED',
      implementingAgency: { code: '140100013', listedName: '太原市水务局', name: '太原市水务局' },
      responsibleOffices: [{ id: '14010001301', name: '行政审批科' }, { id: '14010001302', name: '水资源科' }],
      listedOffices: ['行政审批科', '水资源科'],
      guide: { promisedLimit: { value: 20, unit: 'WORKING_DAY' }, responsibleOffice: { name: '水资源科' } },
    });
    expect(item.citations.map(({ text }) => text)).toContain('《中华人民共和国水法》（主席令第74号）第七条');
    expect((await listed())[0]).not.toHaveProperty('guide');
    expect(JSON.stringify(await listed({ withGuides: true }))).not.toContain('韩示例'); // the officer in charge is a person
  });

  it('cost as many statements a page, however many items it has: items, citations, editions, parents, agencies, offices, and the guides', async () => {
    const byAgency = new Map<string, number>();
    for (const { implementingAgency: { code } } of await listed({ regionCode: '650200' })) byAgency.set(code, (byAgency.get(code) ?? 0) + 1);
    const [few] = [...byAgency].find(([, size]) => size >= 10 && size < 25)!;
    const cost = async (scope: Partial<ExportScope>): Promise<{ items: number; statements: string[] }> => {
      statements.length = 0;
      for await (const page of listItems(hub.target.ask, { regionCode: '650200', asOf: SAMPLE_TODAY, ...scope }, ANONYMOUS)) return { items: page.length, statements: statements.map((text) => text.replaceAll(/\s+/g, ' ').slice(0, 60)).toSorted() };
      throw new Error('no page');
    };
    for (const withGuides of [false, true]) {
      const [small, large] = [await cost({ agencyCode: few, withGuides }), await cost({ withGuides })];
      expect(large.items).toBeGreaterThan(2 * small.items);
      expect(large.statements).toEqual(small.statements);
      expect(large.statements.length).toBeLessThanOrEqual(withGuides ? 9 : 6);
    }
  });
});
