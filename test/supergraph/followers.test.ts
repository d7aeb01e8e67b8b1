import { setTimeout as sleep } from 'node:timers/promises';
import { askSubgraphs } from '../../gateway/ask-subgraph';
import type { HubReadiness } from '../../gateway/readiness';
import { localSubgraph } from '../../gateway/local-subgraph';
import { systemActor } from '../../services/shared/actor';
import type { Feed } from '../../services/shared/feed';
import type { TestDatabase } from '../support/database';
import { type DistributedHub, distributedHub } from '../support/distributed-hub';
import { listCsv, manyRows } from '../support/list-file';
import { sampleDatabase } from '../support/sample-database';
import { until } from '../support/until';

const IMPORT_LIST = `mutation ($input: ImportListInput!) { importList(input: $input) { ... on ImportReport { sheets { imported } } } }`;
const ROWS = 30;

/** How the organisation service sees the catalog's feed; in the test's hands. */
const view = { isBroken: false, pagesLet: Number.POSITIVE_INFINITY };
const slowly = (feed: Feed): Feed => ({
  async read(request) {
    if (view.isBroken) throw new Error('connect ECONNREFUSED 10.9.8.7:4001');
    while (view.pagesLet < 1) await sleep(10, undefined, request.signal ? { signal: request.signal } : {});
    view.pagesLet -= 1;
    return feed.read(view.pagesLet < Number.POSITIVE_INFINITY ? { ...request, limit: 10 } : request);
  },
});

describe('followers of a distributed hub', () => {
  let database: TestDatabase;
  let hub: DistributedHub;
  let headBefore: number;
  beforeAll(async () => {
    database = await sampleDatabase();
    hub = await distributedHub(database, { seenBy: (reader, _source, feed) => (reader === 'organisation' ? slowly(feed) : feed) });
    headBefore = (await ready()).subgraphs['service-center']!.followers[0]!.head;
  });
  afterAll(async () => {
    await hub.stop();
    await database.drop();
  });

  const ready = async (): Promise<HubReadiness> => (await fetch(`${hub.origin}/readyz`)).json() as Promise<HubReadiness>;
  const followed = async () => (await ready()).subgraphs.organisation!.followers[0];
  /** What each follower keeps of the list. */
  const listed = async (): Promise<number[]> => {
    const { rows } = await database.connect().pool.query<{ count: string }>(
      `SELECT count(*) FROM organisation.listed_item WHERE name LIKE '测试事项%' UNION ALL
       SELECT count(*) FROM service_center.listed_item WHERE name LIKE '测试事项%'`,
    );
    return rows.map(({ count }) => Number(count));
  };

  it('the catalog takes a list while those who follow it are down', async () => {
    await hub.services['service-center'].down();
    await hub.services.organisation.down();
    const file = { regionCode: '140100', scheme: 'TAIYUAN_2014', fileName: '清单.csv', content: listCsv(manyRows(ROWS)).toString('base64') };
    const bodies = [{ name: '市水务局', agencyCode: '140100013', offices: [{ name: '水资源科', id: '14010001302' }] }];
    const ask = askSubgraphs([localSubgraph(hub.services.catalog.subgraph)]);
    const answer = await ask('catalog', IMPORT_LIST, { input: { file, publishedOn: '2025-06-01', bodies } }, systemActor('test'));
    expect(answer).toEqual({ importList: { sheets: [{ imported: ROWS }] } });
    expect(await ready()).toMatchObject({ status: 'not-ready', subgraphs: { catalog: { database: 'ok' }, organisation: { database: 'unknown' } } });
    expect(await listed()).toEqual([0, 0]);
  });

  it('one that comes back shows how far behind it is while it catches up, and serves', async () => {
    view.pagesLet = 1;
    await hub.services.organisation.up();
    const head = headBefore + ROWS + 1; // the items and the edition that listed them
    const behind = await until(followed, (follower) => follower !== undefined && follower.cursor > headBefore);
    expect(behind).toEqual({ source: 'catalog', cursor: headBefore + 10, head, lag: ROWS + 1 - 10, stalled: false });
    await hub.services['service-center'].up();
    expect((await ready()).status).toBe('ready');
  });

  it('catches up with everything that was recorded meanwhile', async () => {
    view.pagesLet = Number.POSITIVE_INFINITY;
    const head = headBefore + ROWS + 1;
    expect(await until(followed, (follower) => follower?.lag === 0)).toMatchObject({ cursor: head, head });
    const { subgraphs } = await until(ready, ({ subgraphs: seen }) => seen['service-center']!.followers[0]!.cursor === head);
    expect(subgraphs['service-center']!.followers).toEqual([
      { source: 'catalog', cursor: head, head, lag: 0, stalled: false },
      { source: 'organisation', cursor: expect.any(Number), head: expect.any(Number), lag: 0, stalled: false },
    ]);
    expect(await listed()).toEqual([ROWS, ROWS]);
    const { data } = await hub.ask('SearchItems', { filter: { text: '测试事项', regionCode: '140100' }, first: 100 });
    expect(data.powerItems).toMatchObject({ totalCount: ROWS, nodes: Array.from({ length: ROWS }, () => ({ implementingAgency: { name: '太原市水务局' }, link: { status: 'MISSING' } })) });
  });

  it('one that cannot reach what it follows says that it stands still, and nothing of where', async () => {
    view.isBroken = true;
    await hub.services['service-center'].down(); // so that organisation may go at once
    await hub.services.organisation.down();
    await hub.services.organisation.up();
    expect(await until(followed, (follower) => follower?.stalled === true)).toMatchObject({ source: 'catalog', stalled: true });
    expect(await (await fetch(`${hub.origin}/readyz`)).text()).not.toContain('10.9.8.7');
  });
});
