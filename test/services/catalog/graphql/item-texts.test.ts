import { power } from '../../../support/powers';
import { askedCatalog, type AskedCatalog } from '../asking-the-catalog';

const TEXTS = 'basisText duty responsibilities accountability';
const page = (fields: string): string => `query ($first: Int) { powerItems(filter: { regionCode: "140100" }, first: $first) { nodes { code ${fields} } } }`;
const ITEM = `query ($asOf: Date) { powerItem(code: "A", asOf: $asOf) { ${TEXTS} } }`;

const said = (of: string) => ({ basisText: `${of}的依据`, duty: `${of}的职责`, responsibilities: `${of}的责任事项`, accountability: `${of}的追责情形` });

describe('what an item says at length', () => {
  let catalog: AskedCatalog;
  beforeAll(async () => {
    catalog = await askedCatalog();
    const items = ['A', 'B', 'C', 'D', 'E', 'F'].map((code) => power(`许可${code}`, { publishedCode: code, ...said(code) }));
    await catalog.list('2014-09-10', ...items);
    await catalog.list('2015-01-01', power('许可A', { publishedCode: 'A', ...said('新A'), duty: null }), ...items.slice(1));
  });
  afterAll(() => catalog.drop());

  it('is what its version says, on each day', async () => {
    const at = async (asOf: string) => (await catalog.ask<any>(ITEM, { asOf })).powerItem;
    expect(await at('2014-12-31')).toEqual(said('A'));
    expect(await at('2015-01-01')).toEqual({ ...said('新A'), duty: null });
    expect((await catalog.ask<any>(page(TEXTS), { first: 6 })).powerItems.nodes[1]).toEqual({ code: 'B', ...said('B') });
  });

  it('is read only when it is asked for: by one statement more, for one item as for many, for one text as for all', async () => {
    const alone = await catalog.statementsOf(page('name remark authoritySplit'), { first: 6 });
    expect(alone).toBe(1);
    for (const [fields, first] of [['duty', 1], ['duty', 6], [TEXTS, 1], [TEXTS, 6]] as const) expect([fields, first, await catalog.statementsOf(page(fields), { first })]).toEqual([fields, first, 2]);
  });
});
