import { importList } from '../../../../services/catalog/commands/import-list/import-list';
import { CATALOG_PERMISSIONS } from '../../../../services/catalog/rules/permissions';
import { systemActor } from '../../../../services/shared/actor';
import { runCommand } from '../../../../services/shared/run-command';
import { power, citation, listOf } from '../../../support/powers';
import { askedCatalog, holder, type AskedCatalog } from '../asking-the-catalog';
import { changeItem, changeState } from '../changing-states';

const PUBLISH = `mutation ($input: PublishEditionInput!) { publishEdition(input: $input) { __typename
  ... on Edition { id number publishedOn origin total counts { category count } document { title number date } region { code } }
  ... on Refusal { code rule message details { path value } } } }`;
const DIFF = `query ($from: ID!, $to: ID!, $first: Int, $after: String) { editionDiff(from: $from, to: $to) {
  from { id } to { id } counts { added removed changed unchanged }
  added(first: $first, after: $after) { totalCount nodes { code name subItems { name } } pageInfo { hasNextPage endCursor } }
  removed { nodes { code status } }
  changed { nodes { item { code name } elements { name before after } } } } }`;
const document = { title: '决定', number: '并政发〔2014〕30号', date: '2014-10-01' };

describe('editions', () => {
  let catalog: AskedCatalog;
  beforeEach(async () => {
    catalog = await askedCatalog();
    await catalog.list('2014-09-10', power('取水许可', { publishedCode: 'A' }), power('采砂许可', { publishedCode: 'B' }), power('排水许可', { publishedCode: 'C' }));
  });
  afterEach(() => catalog.drop());
  const publish = (publishedOn: string) => catalog.ask<any>(PUBLISH, { input: { regionCode: '140100', publishedOn, document } }, holder('GOVERNMENT_OFFICE'));
  const diff = async (from: string, to: string, more: object = {}) => (await catalog.ask<any>(DIFF, { from, to, ...more })).editionDiff;

  it('are published by a mutation that answers the edition or the rule that refused it', async () => {
    await changeState(catalog.store, 'B', 'CANCELLED', '2014-10-01');
    expect((await publish('2014-10-08')).publishEdition).toEqual({
      __typename: 'Edition', id: '140100-2', number: 2, publishedOn: '2014-10-08', origin: 'PUBLISHED', total: 2,
      counts: [{ category: 'LICENSE', count: 2 }], document, region: { code: '140100' },
    });
    expect((await publish('2014-10-08')).publishEdition).toMatchObject({ __typename: 'Refusal', code: 'EDITION_NOT_AFTER_LAST', rule: 'P7' });
  });

  it('are read by id, by region newest first, and with what they hold', async () => {
    await publish('2014-10-08');
    await changeItem(catalog.store, 'A', { name: '取水许可（延续）' }, '2014-11-01');
    await publish('2014-11-08');
    const { edition, editions } = await catalog.ask<any>(`{
      edition(id: "140100-2") { number total items(first: 2) { totalCount nodes { code name } pageInfo { hasNextPage endCursor } } }
      editions(regionCode: "140100", first: 2) { totalCount nodes { id origin document { title } total } pageInfo { hasNextPage endCursor } } }`);
    expect(edition).toEqual({
      number: 2,
      total: 3,
      items: { totalCount: 3, nodes: [{ code: 'A', name: '取水许可' }, { code: 'B', name: '采砂许可' }], pageInfo: { hasNextPage: true, endCursor: expect.any(String) } },
    });
    expect(editions).toMatchObject({ totalCount: 3, nodes: [{ id: '140100-3' }, { id: '140100-2' }], pageInfo: { hasNextPage: true } });
    const next = await catalog.ask<any>(`query ($after: String) { editions(regionCode: "140100", after: $after) { nodes { id origin document { title } } } edition(id: "x") { id } }`, {
      after: editions.pageInfo.endCursor,
    });
    expect(next).toEqual({ editions: { nodes: [{ id: '140100-1', origin: 'IMPORTED', document: null }] }, edition: null });
  });

  it('the newest of each region tells which lists there are', async () => {
    await publish('2014-10-08');
    const bodies = [{ name: '市水务局', agencyCode: '140106013', offices: [] }];
    const input = { regionCode: '140106', scheme: 'TAIYUAN_2014', publishedOn: '2014-09-30', list: listOf(power('取水许可', { publishedCode: 'D' })), bodies };
    expect(await runCommand(catalog.store, CATALOG_PERMISSIONS, importList, input, systemActor('test'))).toMatchObject({ ok: true });
    const LATEST = 'query ($first: Int, $after: String) { latestEditions(first: $first, after: $after) { totalCount nodes { id total } pageInfo { hasNextPage endCursor } } }';
    const { latestEditions: first } = await catalog.ask<any>(LATEST, { first: 1 });
    expect(first).toEqual({ totalCount: 2, nodes: [{ id: '140100-2', total: 3 }], pageInfo: { hasNextPage: true, endCursor: expect.any(String) } });
    const { latestEditions: next } = await catalog.ask<any>(LATEST, { first: 1, after: first.pageInfo.endCursor });
    expect(next).toMatchObject({ nodes: [{ id: '140106-1', total: 1 }], pageInfo: { hasNextPage: false } });
    expect(await catalog.statementsOf('{ latestEditions { nodes { id } } }')).toBe(1);
  });

  it('are compared element by element, in either direction', async () => {
    await changeState(catalog.store, 'B', 'CANCELLED', '2014-10-01');
    await changeItem(catalog.store, 'A', { name: '取水许可（延续）', remark: '注' }, '2014-10-02');
    await changeState(catalog.store, 'C', 'SUSPENDED', '2014-10-03');
    await changeState(catalog.store, 'C', 'LISTED', '2014-10-04'); // as it was: no difference
    await publish('2014-10-08');
    expect(await diff('140100-1', '140100-2')).toEqual({
      from: { id: '140100-1' },
      to: { id: '140100-2' },
      counts: { added: 0, removed: 1, changed: 1, unchanged: 1 },
      added: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
      removed: { nodes: [{ code: 'B', status: 'LISTED' }] },
      changed: {
        nodes: [
          {
            item: { code: 'A', name: '取水许可（延续）' },
            elements: [{ name: 'NAME', before: '取水许可', after: '取水许可（延续）' }, { name: 'REMARK', before: null, after: '注' }],
          },
        ],
      },
    });
    expect(await diff('140100-2', '140100-1')).toMatchObject({
      counts: { added: 1, removed: 0, changed: 1, unchanged: 1 },
      added: { nodes: [{ code: 'B' }] },
      changed: { nodes: [{ item: { name: '取水许可' } }] },
    });
    expect(await diff('140100-1', '140100-1')).toMatchObject({ counts: { added: 0, removed: 0, changed: 0, unchanged: 3 } });
  });

  it('are compared by what was cited, to the clause', async () => {
    await catalog.list('2014-09-20', power('取水许可', { publishedCode: 'A', citations: [citation('中华人民共和国水法', '第四十八条', { quoted: '应当申请取水许可证' })] }));
    const { changed } = await diff('140100-1', '140100-2');
    expect(changed.nodes[0].elements).toEqual([
      { name: 'LEGAL_BASES', before: '【法律】《中华人民共和国水法》第七条', after: '【法律】《中华人民共和国水法》第四十八条：应当申请取水许可证' },
    ]);
  });

  it('page through what differs, and cost the same statements however much that is', async () => {
    const few = await catalog.statementsOf(DIFF, { from: '140100-1', to: '140100-1' });
    await catalog.list('2014-09-20', ...Array.from({ length: 30 }, (_, i) => power(`新事项${i}`)));
    const { added } = await diff('140100-1', '140100-2', { first: 20 });
    expect(added).toMatchObject({ totalCount: 30, pageInfo: { hasNextPage: true } });
    const rest = await diff('140100-1', '140100-2', { first: 20, after: added.pageInfo.endCursor });
    const codes: string[] = [...added.nodes, ...rest.added.nodes].map(({ code }) => code);
    expect(codes).toHaveLength(30);
    expect(codes).toEqual([...new Set(codes)].toSorted((a, b) => (a < b ? -1 : 1)));
    expect(few).toBe(2); // the editions and the comparison
    expect(await catalog.statementsOf(DIFF, { from: '140100-1', to: '140100-2', first: 10 })).toBe(4); // and its items with their sub-items
    expect(await catalog.statementsOf(DIFF, { from: '140100-1', to: '140100-2', first: 30 })).toBe(4);
  });

  it('of other regions, or that are not there, are not compared', async () => {
    expect(await diff('140100-1', '140100-9')).toBeNull();
    await catalog.store.database.pool.query(`INSERT INTO catalog.power_list VALUES ('140105', 'TAIYUAN_2014');
      INSERT INTO catalog.edition (id, region_code, number, published_on) VALUES ('140105-1', '140105', 1, '2014-09-30');`);
    await expect(diff('140100-1', '140105-1')).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});
