import { SERVICES, type Service } from '../../gateway/config';
import type { ToldChange } from '../../gateway/changes/changes-page';
import { type DistributedHub, distributedHub } from '../support/distributed-hub';
import { type SampleHub, sampleHub, type ServedHub } from '../support/sample-hub';
import { toyHub } from '../support/toy-hub';
import { until } from '../support/until';

const FIELDS: Record<Service, string> = { catalog: 'catalogChanges', organisation: 'organisationChanges', 'service-center': 'serviceCenterChanges' };

interface Told {
  status: number;
  text: string;
  headers: Headers;
  changes: ToldChange[];
  /** The last line. */
  end: { cursor: string | null; more: boolean };
}

async function changes(hub: Pick<ServedHub, 'origin'>, service: Service, parameters: Record<string, string | number> = {}, init: RequestInit = {}): Promise<Told> {
  const search = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
  const response = await fetch(`${hub.origin}/changes/${service}?${search}`, init);
  const text = await response.text();
  const lines = response.status === 200 ? text.trimEnd().split('\n').map((line) => JSON.parse(line) as never) : [];
  return { status: response.status, text, headers: response.headers, changes: lines.slice(0, -1), end: lines.at(-1)! };
}

const refusalOf = ({ status, text }: Told) => [status, (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code];

async function walk(hub: ServedHub, service: Service, limit: number): Promise<{ told: ToldChange[]; cursor: string }> {
  const told: ToldChange[] = [];
  for (let after: string | null = null; ; ) {
    const page: Told = await changes(hub, service, { limit, ...(after === null ? {} : { after }) });
    expect(page.changes.length).toBe(page.end.more ? limit : page.changes.length);
    told.push(...page.changes);
    after = page.end.cursor;
    if (!page.end.more) return { told, cursor: after! };
  }
}

describe.each(['one process', 'distributed'] as const)('GET /changes/<service>, %s', (mode) => {
  let together: SampleHub;
  let apart: DistributedHub | null = null;
  let hub: ServedHub;
  beforeAll(async () => {
    together = await sampleHub();
    if (mode === 'distributed') apart = await distributedHub(together.database);
    hub = apart ?? together;
  }, 180_000);
  let isStopped = false;
  afterAll(async () => {
    if (apart !== null && !isStopped) await apart.stop();
    if (apart !== null || !isStopped) await together.stop();
  });

  const write = async (remark: string): Promise<void> => {
    const decision = { grounds: '勘误', document: { title: '勘误决定', number: null, date: '2026-01-05' }, legalityOpinion: '合法', approver: '市政府', effectiveOn: '2026-02-01' };
    const { data } = await hub.ask(
      'mutation ($input: AmendItemInput!) { amendItem(input: $input) { __typename ... on Refusal { message } } }',
      { input: { regionCode: '140100', item: { code: '14010001301000100' }, decision, amended: { remark } } },
      await (apart ?? together).as('REFORM_OFFICE', '140100'),
    );
    expect(data.amendItem).toEqual({ __typename: 'Adjustment' });
  };

  it.each(SERVICES)('tells every change of %s, in order, without a gap, in pages of any length, as the graph tells them', async (service) => {
    const { told } = await walk(hub, service, 137);
    expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, i) => i + 1));
    const { data } = await hub.ask(
      `query ($after: String) { page: ${FIELDS[service]}(after: $after, first: 40) { totalCount edges { cursor node { sequence at action subject { kind id } effectiveOn summary hash } } } }`,
      { after: told[4]!.cursor },
    );
    expect(told).toHaveLength(data.page.totalCount);
    expect(told.slice(5, 45)).toEqual(data.page.edges.map(({ cursor, node }: any) => ({ cursor, ...node })));
  });

  it('says what it is, and is nobody’s to keep', async () => {
    const { headers, end } = await changes(hub, 'catalog', { limit: 1 });
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(end).toEqual({ cursor: expect.any(String), more: true });
  });

  it('answers an empty page at the end, with the cursor to ask again by', async () => {
    const { cursor } = await walk(hub, 'organisation', 1000);
    expect(await changes(hub, 'organisation', { after: cursor })).toMatchObject({ status: 200, changes: [], end: { cursor, more: false } });
  });

  it('waits until there is a change, and tells from which day it holds', async () => {
    const { cursor } = await walk(hub, 'catalog', 1000);
    const waiting = changes(hub, 'catalog', { after: cursor, wait: 25 });
    await until(() => othersUnderWay(hub), (others) => others > 0);
    await write('等到了');
    const told = await waiting;
    expect(told.changes.map(({ action, effectiveOn }) => [action, effectiveOn])).toEqual([['AdjustmentDecided', '2026-02-01'], ['ItemAmended', '2026-02-01']]);
    expect(told.end.more).toBe(false);
  });

  it('answers an empty page when the time is over', async () => {
    const { cursor } = await walk(hub, 'catalog', 1000);
    expect(await changes(hub, 'catalog', { after: cursor, wait: 1 })).toMatchObject({ status: 200, changes: [], end: { cursor, more: false } });
  });

  it.each([
    [{ limit: 0 }, 'limit'], [{ limit: 1001 }, 'limit'], [{ limit: 'many' }, 'limit'], [{ wait: 26 }, 'wait'], [{ wait: -1 }, 'wait'], [{ after: '' }, 'after'],
  ])('refuses %j', async (parameters: Record<string, string | number>, named) => {
    const told = await changes(hub, 'catalog', parameters);
    expect(refusalOf(told)).toEqual([400, 'BAD_USER_INPUT']);
    expect(told.text).toContain(`参数 ${named}`);
  });

  it('refuses a cursor that is none, and one beyond the end: the journal is another one', async () => {
    const cursorOf = (key: string): string => Buffer.from(`k:${key}`).toString('base64url');
    for (const after of ['nonsense', cursorOf('x'), cursorOf('999999')]) expect(refusalOf(await changes(hub, 'catalog', { after }))).toEqual([400, 'BAD_USER_INPUT']);
    expect((await changes(hub, 'catalog', { after: cursorOf('999999') })).text).toContain('备份');
  });

  it('ends at once for a reader who goes, and at a graceful stop with what there is', async () => {
    const { cursor } = await walk(hub, 'catalog', 1000);
    const gone = new AbortController();
    const left = changes(hub, 'catalog', { after: cursor, wait: 25 }, { signal: gone.signal }).catch((fault: Error) => fault.name);
    const stayed = changes(hub, 'catalog', { after: cursor, wait: 25 });
    await until(() => othersUnderWay(hub), (others) => others > 1);
    gone.abort();
    expect(await left).toBe('AbortError');
    await until(() => othersUnderWay(hub), (others) => others === 1);
    isStopped = true;
    const stopped = hub.stop();
    expect(await stayed).toMatchObject({ status: 200, changes: [], end: { cursor, more: false } });
    await stopped;
  });
});

/** How many requests are under way; the one that asks is not counted. */
async function othersUnderWay({ origin }: Pick<ServedHub, 'origin'>): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^hub_requests_in_flight (\d+)/m.exec(metrics)?.[1] ?? -1);
}

describe('GET /changes/<service>', () => {
  it('is counted like any other request', async () => {
    const hub = await toyHub({ rates: { perAddress: 2 } });
    const ask = async () => (await fetch(`${hub.origin}/changes/catalog?limit=0`)).status;
    expect([await ask(), await ask(), await ask()]).toEqual([400, 400, 429]);
    await hub.stop();
  });

  it('says that the service does not answer', async () => {
    const together = await sampleHub();
    const apart = await distributedHub(together.database);
    const { cursor } = await walk(apart, 'organisation', 1000);
    const waiting = changes(apart, 'organisation', { after: cursor, wait: 25 });
    await until(() => othersUnderWay(apart), (others) => others > 0);
    await apart.services.organisation.down();
    for (const told of [await waiting, await changes(apart, 'organisation')]) {
      expect(refusalOf(told)).toEqual([503, 'SUBGRAPH_UNAVAILABLE']);
      expect(told.headers.get('retry-after')).toBe('1');
    }
    expect((await changes(apart, 'catalog')).status).toBe(200);
    await apart.services.organisation.up();
    expect(await changes(apart, 'organisation', { after: cursor })).toMatchObject({ status: 200, changes: [] });
    await apart.stop();
    await together.stop();
  });
});
