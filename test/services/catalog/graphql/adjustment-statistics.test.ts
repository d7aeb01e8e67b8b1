import fc from 'fast-check';
import { graphql } from 'graphql';
import { addItem } from '../../../../services/catalog/commands/adjust/add-item';
import { amendItem } from '../../../../services/catalog/commands/adjust/amend-item';
import { cancelItem } from '../../../../services/catalog/commands/adjust/cancel-item';
import { mergeItems } from '../../../../services/catalog/commands/adjust/merge-items';
import { delegateItem } from '../../../../services/catalog/commands/adjust/delegate-item';
import { tightenItem } from '../../../../services/catalog/commands/adjust/tighten-item';
import { createCatalogSubgraph } from '../../../../services/catalog';
import { ANONYMOUS } from '../../../../services/shared/actor';
import type { Subgraph } from '../../../../services/shared/subgraph';
import { power } from '../../../support/powers';
import { adjustedCatalog, DISTRICT_WATER, exception, stated, WATER, type AdjustedCatalog } from '../commands/adjust/adjusted-catalog';

const FORESTRY = '140100014';
const STATISTICS = `query ($kind: [AdjustmentKind!], $from: Date, $to: Date, $groupBy: [AdjustmentDimension!]!) {
  adjustmentStatistics(regionCode: "140100", kind: $kind, from: $from, to: $to, groupBy: $groupBy) {
    adjustments items rows { kind agency { code } month adjustments items } } }`;
const LISTED = `query ($kind: [AdjustmentKind!], $from: Date, $to: Date, $after: String) {
  adjustments(regionCode: "140100", kind: $kind, from: $from, to: $to, first: 100, after: $after) {
    totalCount nodes { kind effectiveOn items { code item { implementingAgency { code } } } } pageInfo { hasNextPage endCursor } } }`;

interface Filter {
  kind?: string[] | null;
  from?: string | null;
  to?: string | null;
}

let catalog: AdjustedCatalog;
let subgraph: Subgraph;
beforeAll(async () => {
  catalog = await adjustedCatalog(...Array.from({ length: 12 }, (_, i) => power(`事项${i}`, { publishedCode: `A${i}` })));
  catalog.clock.now = new Date('2015-06-01T02:00:00Z');
  subgraph = createCatalogSubgraph({ database: catalog.store.database, now: () => catalog.clock.now });
  const on = (day: string) => `2014-${day}`;
  const ok = async (outcome: Promise<{ ok: boolean }>) => expect(await outcome).toMatchObject({ ok: true });
  await ok(catalog.decide(cancelItem, on('09-30'), { item: { code: 'A0' } }));
  await ok(catalog.decide(cancelItem, on('10-01'), { item: { code: 'A1' } }));
  await ok(catalog.decide(tightenItem, on('10-31'), { item: { code: 'A2' }, conditions: '须公示' }));
  await ok(catalog.decide(amendItem, on('10-31'), { item: { code: 'A3' }, amended: { remark: '一' } }));
  await ok(catalog.decide(amendItem, on('11-01'), { item: { code: 'A3' }, amended: { remark: '二' } }));
  await ok(catalog.decide(addItem, on('11-15'), { newItem: stated('林木采伐许可', { agencyCode: FORESTRY }), exception }));
  const { code } = (await catalog.store.database.pool.query(`SELECT code FROM catalog.item_version WHERE agency_code = '${FORESTRY}'`)).rows[0];
  await ok(catalog.decide(mergeItems, on('12-01'), { sources: [{ code }, { code: 'A4' }], into: { code: 'A5' }, newItem: null }));
  const to = { agencyCode: DISTRICT_WATER, bodyName: '小店区水务局', nature: 'STATUTORY_ORGAN' as const, levels: ['COUNTY' as const] };
  await ok(catalog.decide(delegateItem, on('12-02'), { item: { code: 'A6' }, form: 'AUTHORISE', to }));
  await ok(catalog.handOver('A6', '2015-01-01')); // the receiving body's item joins the adjustment later
});
afterAll(async () => {
  await subgraph.stop();
  await catalog.db.drop();
});

async function ask(source: string, variableValues: Record<string, unknown>): Promise<any> {
  const answer = await graphql({ schema: subgraph.schema, source, variableValues, contextValue: subgraph.createContext({ actor: ANONYMOUS, requestId: 'test' }) });
  if (answer.errors) throw answer.errors[0]!.originalError ?? answer.errors[0]!;
  return answer.data;
}
const statistics = async (groupBy: string[], filter: Filter = {}) => JSON.parse(JSON.stringify((await ask(STATISTICS, { groupBy, ...filter })).adjustmentStatistics));

interface Told {
  kind: string;
  month: string;
  items: { agency: string }[];
}
/** Every adjustment under a filter, as the list tells it. */
async function listed(filter: Filter): Promise<Told[]> {
  const { nodes, totalCount } = (await ask(LISTED, { ...filter })).adjustments;
  expect(nodes).toHaveLength(totalCount);
  return nodes.map(({ kind, effectiveOn, items }: any) => ({ kind, month: effectiveOn.slice(0, 7), items: items.map(({ item }: any) => ({ agency: item.implementingAgency.code })) }));
}

describe('adjustmentStatistics', () => {
  it('counts adjustments and their items by kind, body and month', async () => {
    expect(await statistics([])).toEqual({ adjustments: 8, items: 11, rows: [{ kind: null, agency: null, month: null, adjustments: 8, items: 11 }] });
    expect((await statistics(['KIND'])).rows.map(({ kind, adjustments, items }: any) => [kind, adjustments, items])).toEqual([
      ['CANCEL', 2, 2], ['DELEGATE', 1, 2], ['MERGE', 1, 3], ['TIGHTEN', 1, 1], ['AMEND', 2, 2], ['ADD', 1, 1],
    ]);
    expect((await statistics(['MONTH'])).rows.map(({ month, adjustments }: any) => [month, adjustments])).toEqual([['2014-09', 1], ['2014-10', 3], ['2014-11', 2], ['2014-12', 2]]);
  });

  it('counts an adjustment about items of several bodies at each, and once in the whole', async () => {
    const { adjustments, items, rows } = await statistics(['AGENCY']);
    expect([adjustments, items]).toEqual([8, 11]);
    expect(rows.map(({ agency, ...row }: any) => [agency.code, row.adjustments, row.items])).toEqual([[WATER, 7, 8], [FORESTRY, 2, 2], [DISTRICT_WATER, 1, 1]]);
  });

  it('agrees with the adjustments listed, under any filter and by any dimensions', async () => {
    const day = fc.integer({ min: 0, max: 120 }).map((n) => new Date(Date.UTC(2014, 8, 20 + n)).toISOString().slice(0, 10));
    const filters = fc.record({
      kind: fc.option(fc.subarray(['CANCEL', 'MERGE', 'AMEND', 'ADD', 'DELEGATE', 'TIGHTEN'])),
      days: fc.option(fc.tuple(day, day).map(([a, b]) => (a < b ? [a, b] : [b, a]))),
    });
    await fc.assert(
      fc.asyncProperty(filters, fc.subarray(['KIND', 'AGENCY', 'MONTH']), async ({ kind, days }, groupBy) => {
        const filter = { kind, from: days?.[0] ?? null, to: days?.[1] ?? null };
        const all = await listed(filter);
        const counted = await statistics(groupBy, filter);
        expect([counted.adjustments, counted.items]).toEqual([all.length, all.reduce((sum, { items }) => sum + items.length, 0)]);
        expect(counted.rows.reduce((sum: number, { items }: any) => sum + items, 0)).toBe(counted.items);
        for (const row of counted.rows) {
          const same = all.filter(({ kind: is, month }) => (row.kind === null || row.kind === is) && (row.month === null || row.month === month));
          const those = same.map(({ items }) => items.filter(({ agency }) => row.agency === null || row.agency.code === agency)).filter((items) => row.agency === null || items.length > 0);
          expect([row.adjustments, row.items]).toEqual([those.length, those.flat().length]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a period that ends before it begins', async () => {
    await expect(statistics([], { from: '2014-10-02', to: '2014-10-01' })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT', inputPath: 'from' } });
  });

  it('is one statement, however many there are', async () => {
    const cost = async () => {
      let count = 0;
      const stop = catalog.store.database.onStatement(() => (count += 1));
      await statistics(['KIND', 'AGENCY', 'MONTH']);
      stop();
      return count;
    };
    expect(await cost()).toBe(1);
    for (let i = 0; i < 92; i += 1) expect(await catalog.decide(amendItem, '2015-02-01', { item: { code: 'A7' }, amended: { remark: `第${i}次` } })).toMatchObject({ ok: true });
    expect(await statistics([])).toMatchObject({ adjustments: 100 });
    expect(await cost()).toBe(1);
  });
});
