import { type SampleHub, sampleHub } from '../support/sample-hub';

interface Node {
  code: string;
  name: string;
  category: string;
  status: string;
  implementingAgency: { code: string; name: string };
  guide: { promisedLimit: object | null; supervisionPhone: string | null } | null;
  link: { status: string };
}
interface Found {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Node[];
}

let hub: SampleHub;
beforeAll(async () => {
  hub = await sampleHub();
});
afterAll(() => hub.stop());

async function search(filter: object, first = 20, after: string | null = null): Promise<Found> {
  const { status, data, errors } = await hub.ask('SearchItems', { filter, first, after });
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  return data.powerItems;
}

/** Every item a filter finds, page by page. */
async function searchAll(filter: object): Promise<Node[]> {
  const all: Node[] = [];
  for (let after: string | null = null; ; ) {
    const page: Found = await search(filter, 100, after);
    all.push(...page.nodes);
    expect(page.totalCount).toBeGreaterThanOrEqual(all.length);
    if (!page.pageInfo.hasNextPage) return all;
    after = page.pageInfo.endCursor;
  }
}

const countBy = (nodes: readonly Node[], of: (node: Node) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const node of nodes) counts[of(node)] = (counts[of(node)] ?? 0) + 1;
  return counts;
};

describe('SearchItems over Taiyuan', () => {
  it('answers the contract’s example: licences about 取水', async () => {
    const { totalCount, nodes } = await search({ text: '取水', category: ['LICENSE'], regionCode: '140100', agencyCode: null, level: null, status: ['LISTED'] });
    expect(totalCount).toBe(3);
    expect(nodes.map(({ code }) => code)).toEqual(['14010001301000100', '14010001301000101', '14010001301000102']);
    expect(nodes[0]).toEqual({
      code: '14010001301000100',
      name: '取水许可',
      category: 'LICENSE',
      status: 'LISTED',
      implementingAgency: { code: '140100013', name: '太原市水务局' },
      guide: { promisedLimit: { value: 20, unit: 'WORKING_DAY' }, supervisionPhone: '0351-0013900' },
      link: { status: 'COMPLETE' },
    });
  });

  it.each([
    ['one character', '洪', '强行拆除妨碍行洪的建筑物、构筑物'],
    ['two characters', '行洪', '强行拆除妨碍行洪的建筑物、构筑物'],
    ['the middle of a name', '碍行洪的', '强行拆除妨碍行洪的建筑物、构筑物'],
    ['a code', '4010001301000300', '河道管理范围内建设项目工程建设方案审查'],
    ['the basis', '防洪法', '河道管理范围内建设项目工程建设方案审查'],
    ['basis and name together', '防洪法 方案审查', '河道管理范围内建设项目工程建设方案审查'],
  ])('finds by %s', async (_what, text, name) => {
    const { nodes, totalCount } = await search({ regionCode: '140100', text });
    expect(nodes.map((node) => node.name)).toContain(name);
    expect(totalCount).toBeLessThan(30);
  });

  it('holds all ten categories of 2014 and every state of a link, counted from one definition', async () => {
    const nodes = await searchAll({ regionCode: '140100', status: ['LISTED'] });
    expect(nodes).toHaveLength(120);
    expect(Object.keys(countBy(nodes, ({ category }) => category)).toSorted()).toEqual(['ADJUDICATION', 'COERCION', 'CONFIRMATION', 'LEVY', 'LICENSE', 'NON_LICENSE_APPROVAL', 'OTHER', 'PAYMENT', 'PENALTY', 'REWARD']);
    expect(countBy(nodes, ({ link }) => link.status)).toEqual({ COMPLETE: 34, INCOMPLETE: 7, BROKEN: 4, MISSING: 75 });
    expect(nodes.every(({ guide, link }) => (guide === null) === (link.status === 'MISSING'))).toBe(true);
  });

  it('narrows by body, level and category', async () => {
    expect((await search({ agencyCode: '140100013' })).totalCount).toBe(9);
    expect((await search({ agencyCode: '140100013', category: ['PENALTY', 'LEVY'] })).nodes.map(({ name }) => name)).toEqual(['对未经批准擅自取水的处罚', '水资源费征收']);
    expect((await search({ regionCode: '140100', level: 'COUNTY' })).totalCount).toBeGreaterThan(0);
    expect((await search({ regionCode: '140100', level: 'PROVINCIAL' })).totalCount).toBe(0);
    expect((await search({ regionCode: '140100', status: ['DRAFT'] })).totalCount).toBe(0);
  });
});

describe('SearchItems over a real city', () => {
  it('walks the whole list by keyset: 2,248 items in order, none twice', async () => {
    const nodes = await searchAll({ regionCode: '650200' });
    const codes = nodes.map(({ code }) => code);
    expect(codes).toHaveLength(2248);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(new Set(nodes.map(({ implementingAgency }) => implementingAgency.code)).size).toBe(13);
    expect(countBy(nodes, ({ link }) => link.status)).toEqual({ MISSING: 2248 });
    expect(countBy(nodes, ({ category }) => category)).not.toHaveProperty('NON_LICENSE_APPROVAL'); // NATIONAL_2015
  });

  it('finds in Chinese, from one character up', async () => {
    const counts = await Promise.all(['消', '消防', '消防设施'].map(async (text) => (await search({ regionCode: '650200', text })).totalCount));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts[2]).toBeGreaterThan(0);
    const { nodes } = await search({ regionCode: '650200', text: '207cf513' });
    expect(nodes).toMatchObject([{ code: '650200207CF51300', implementingAgency: { name: '克拉玛依市消防救援支队' } }]);
  });
});

describe('what SearchItems refuses', () => {
  it.each([
    ['no rows', { first: 0 }, 'first'],
    ['more rows than a page has', { first: 101 }, 'first'],
    ['a cursor of somebody else’s', { after: 'garbage' }, 'after'],
  ])('%s', async (_what, variables, inputPath) => {
    const { errors, data } = await hub.ask('SearchItems', variables);
    expect(data).toEqual({ powerItems: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', inputPath } }]);
    expect(errors[0]!.message).toMatch(/[一-鿿]/);
  });
});

describe('what a page costs, with agency, guide and link', () => {
  const costOf = async (regionCode: string, first: number) => {
    const { answer, cost } = await hub.measure('SearchItems', { filter: { regionCode }, first });
    expect(answer.data.powerItems.nodes).toHaveLength(first);
    return { statements: cost.statements.length, calls: cost.calls.length };
  };

  it.each(['140100', '650200'])('%s: at most eight statements, the same for 10, 50 and 100 rows', async (region) => {
    const [ten, fifty, hundred] = [await costOf(region, 10), await costOf(region, 50), await costOf(region, 100)];
    expect(fifty.statements).toBeGreaterThan(0);
    expect(fifty.statements).toBeLessThanOrEqual(8);
    expect(fifty.calls).toBeLessThanOrEqual(3);
    expect([ten, hundred]).toEqual([fifty, fifty]);
  });

  it('the total is counted only when asked for', async () => {
    const query = (fields: string): string => `{ powerItems(filter: { regionCode: "650200" }, first: 10) { ${fields} nodes { code } } }`;
    const [without, with_] = [await hub.measure(query('')), await hub.measure(query('totalCount'))];
    expect(with_.cost.statements.length).toBe(without.cost.statements.length + 1);
  });
});
