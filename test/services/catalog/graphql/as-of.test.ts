import fc from 'fast-check';
import { power, citation } from '../../../support/powers';
import { askedCatalog, WATER, type AskedCatalog } from '../asking-the-catalog';
import { changeItem, changeState } from '../changing-states';

const ITEM = `query ($code: ID!, $asOf: Date) { powerItem(code: $code, asOf: $asOf) {
  name status effectiveFrom effectiveTo edition { id }
  legalBases { article instrument { title } }
  parent { name status } subItems { name status parent { name } } } }`;
const SEARCH = `query ($asOf: Date, $first: Int) { powerItems(filter: { regionCode: "140100" }, asOf: $asOf, first: $first) {
  totalCount nodes { code name subItems { name } legalBases { article } } } }`;
const AGENCY = `query ($asOf: Date) { _entities(representations: [{ __typename: "Agency", code: "${WATER}" }]) {
  ... on Agency { powerItems(asOf: $asOf) { totalCount nodes { name subItems { name } } } } } }`;
const SUMMARY = `query ($asOf: Date, $groupBy: [ListDimension!]!) { listSummary(regionCode: "140100", asOf: $asOf, groupBy: $groupBy) {
  asOf total rows { category level status agency { code } count } } }`;

let catalog: AskedCatalog;
afterEach(() => catalog.drop());

describe('the list on any day of its history (P7)', () => {
  beforeEach(async () => {
    catalog = await askedCatalog();
    const items = (article: string) => [
      power('取水许可', { publishedCode: 'A', citations: [citation('中华人民共和国水法', article)] }),
      power('取水许可', { subItem: '首次申请', publishedCode: 'A1' }),
      power('采砂许可', { publishedCode: 'B' }),
    ];
    await catalog.list('2014-09-10', ...items('第七条'));
    await catalog.list('2015-01-01', ...items('第四十八条'), power('排水许可', { publishedCode: 'C' }));
    await changeItem(catalog.store, 'A1', { sub_item: '首次' }, '2015-03-01');
    await changeItem(catalog.store, 'A', { name: '取水许可（延续）' }, '2015-04-01');
    await changeState(catalog.store, 'B', 'CANCELLED', '2015-05-01');
  });

  it('answers an item, its sub-items, their parent and its bases as of the same day', async () => {
    const at = async (asOf: string) => (await catalog.ask<any>(ITEM, { code: 'A', asOf })).powerItem;
    expect(await at('2014-09-09')).toBeNull();
    expect(await at('2014-12-31')).toEqual({
      name: '取水许可',
      status: 'LISTED',
      effectiveFrom: '2014-09-10',
      effectiveTo: '2015-01-01',
      edition: { id: '140100-1' },
      legalBases: [{ article: '第七条', instrument: { title: '中华人民共和国水法' } }],
      parent: null,
      subItems: [{ name: '取水许可', status: 'LISTED', parent: { name: '取水许可' } }],
    });
    expect(await at('2015-03-01')).toMatchObject({ legalBases: [{ article: '第四十八条' }], effectiveTo: '2015-04-01', subItems: [{ parent: { name: '取水许可' } }] });
    expect(await at('2015-04-01')).toMatchObject({ name: '取水许可（延续）', edition: null, subItems: [{ parent: { name: '取水许可（延续）' } }] });
    const sub = async (asOf: string) => (await catalog.ask<any>(ITEM, { code: 'A1', asOf })).powerItem.parent.name;
    expect([await sub('2015-03-31'), await sub('2015-04-01')]).toEqual(['取水许可', '取水许可（延续）']);
  });

  it('answers search, an agency’s items and the summary as of the day', async () => {
    const names = async (asOf: string) => (await catalog.ask<any>(SEARCH, { asOf })).powerItems.nodes.map(({ code }: { code: string }) => code);
    expect(await names('2014-09-09')).toEqual([]);
    expect(await names('2014-09-10')).toEqual(['A', 'A1', 'B']);
    expect(await names('2015-01-01')).toEqual(['A', 'A1', 'B', 'C']);
    const held = async (asOf: string) => (await catalog.ask<any>(AGENCY, { asOf }))._entities[0].powerItems;
    expect(await held('2015-04-30')).toMatchObject({ totalCount: 4, nodes: [{ name: '取水许可（延续）' }, {}, {}, {}] });
    expect(await held('2015-05-01')).toMatchObject({ totalCount: 3 });
    const total = async (asOf: string) => (await catalog.ask<any>(SUMMARY, { asOf, groupBy: [] })).listSummary.total;
    expect([await total('2014-09-09'), await total('2014-09-10'), await total('2015-04-30'), await total('2015-05-01')]).toEqual([0, 3, 4, 3]);
  });

  it('costs the same statements on any day', async () => {
    const item = ITEM.replace('edition { id }', ''); // today's version is of no edition yet: nothing to load
    for (const operation of [item, SEARCH, AGENCY, SUMMARY]) {
      const variables = { code: 'A', groupBy: ['CATEGORY', 'AGENCY', 'LEVEL', 'STATUS'] };
      const today = await catalog.statementsOf(operation, variables);
      for (const asOf of ['2014-12-31', '2015-03-01', '2015-04-30'])
        expect([operation, asOf, await catalog.statementsOf(operation, { ...variables, asOf })]).toEqual([operation, asOf, today]);
    }
    expect(await catalog.statementsOf(SUMMARY, { groupBy: ['AGENCY'], asOf: '2015-01-01' })).toBe(1);
  });
});

describe('listSummary', () => {
  beforeEach(async () => {
    catalog = await askedCatalog();
    await catalog.list(
      '2014-09-10',
      power('甲', { publishedCode: 'A', levels: ['MUNICIPAL', 'COUNTY'] }),
      power('乙', { publishedCode: 'B', category: 'PENALTY' }),
      power('丙', { publishedCode: 'C', body: '市农委' }),
    );
    await changeState(catalog.store, 'B', 'TIGHTENED', '2014-10-01');
    await changeState(catalog.store, 'C', 'CANCELLED', '2014-11-01');
  });
  const summary = async (asOf: string, ...groupBy: string[]) => (await catalog.ask<any>(SUMMARY, { asOf, groupBy })).listSummary;
  const row = (count: number, more: object = {}) => ({ category: null, level: null, status: null, agency: null, count, ...more });

  it('counts what is on the list, by any dimensions, and says which day it used', async () => {
    expect(await summary('2014-10-31')).toEqual({ asOf: '2014-10-31', total: 3, rows: [row(3)] });
    expect((await summary('2014-10-31', 'CATEGORY')).rows).toEqual([row(2, { category: 'LICENSE' }), row(1, { category: 'PENALTY' })]);
    expect((await summary('2014-10-31', 'AGENCY', 'STATUS')).rows).toEqual([
      row(1, { agency: { code: WATER }, status: 'LISTED' }),
      row(1, { agency: { code: WATER }, status: 'TIGHTENED' }),
      row(1, { agency: { code: '140100018' }, status: 'LISTED' }),
    ]);
    expect(await summary('2014-11-01', 'AGENCY')).toMatchObject({ total: 2, rows: [row(2, { agency: { code: WATER } })] });
    expect(await summary('2014-09-01', 'AGENCY')).toEqual({ asOf: '2014-09-01', total: 0, rows: [] });
    expect((await catalog.ask<any>(SUMMARY, { groupBy: ['CATEGORY', 'CATEGORY'] })).listSummary).toMatchObject({ asOf: '2015-12-31', total: 2 });
  });

  it('counts an item of several levels at each, and once in the total', async () => {
    expect(await summary('2014-10-31', 'LEVEL')).toEqual({ asOf: '2014-10-31', total: 3, rows: [row(3, { level: 'MUNICIPAL' }), row(1, { level: 'COUNTY' })] });
  });

  it('totals what a search finds on the same day, whatever happened before', async () => {
    const COUNT = `query ($asOf: Date) { powerItems(asOf: $asOf, filter: { regionCode: "140100", status: [LISTED, TIGHTENED, SUSPENDED] }) { totalCount } }`;
    let day = Date.parse('2014-11-02');
    const nextDay = () => new Date((day += 86_400_000)).toISOString().slice(0, 10);
    const dimensions = fc.subarray(['CATEGORY', 'AGENCY', 'STATUS']);
    const change = fc.record({ code: fc.constantFrom('A', 'B', 'C'), status: fc.constantFrom('LISTED', 'TIGHTENED', 'SUSPENDED', 'DELEGATED', 'MERGED', 'CANCELLED') });
    await fc.assert(
      fc.asyncProperty(change, dimensions, fc.nat(60), async ({ code, status }, groupBy, back) => {
        await changeState(catalog.store, code, status, nextDay());
        const asOf = new Date(day - back * 86_400_000).toISOString().slice(0, 10);
        const { total, rows } = await summary(asOf, ...groupBy);
        expect(total).toBe((await catalog.ask<any>(COUNT, { asOf })).powerItems.totalCount);
        expect(rows.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(total);
      }),
      { numRuns: 30 },
    );
  });
});
