import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createMetrics } from '../../../gateway/observed/metrics';
import { mayRead } from '../../../gateway/observed/metrics-route';
import { operationLabels } from '../../../gateway/observed/operation-label';
import { processMetrics } from '../../../gateway/observed/process-metrics';
import { inProject } from '../../../services/shared/project-root';
import { readOperations } from '../../../schema/read-operations';
import { type ToyHub, toyHub } from '../../support/toy-hub';

const GUIDE = readOperations().find(({ name }) => name === 'ItemGuide')!.text;
const TOKEN = 'token-of-the-monitoring-server';

describe('/metrics', () => {
  let hub: ToyHub;
  beforeEach(async () => {
    hub = await toyHub({ watching: { metricsToken: TOKEN }, lag: { lagMs: () => 42, stop: () => undefined } });
  });
  afterEach(() => hub.stop());

  /** Value of a series, as Prometheus would read it. */
  async function read(series: string): Promise<number | undefined> {
    const text = await (await fetch(`${hub.origin}/metrics`)).text();
    const line = text.split('\n').find((found) => found.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  }

  it('counts and times requests by operation', async () => {
    await hub.ask(GUIDE, { code: 'item-0' });
    await hub.ask(GUIDE, { code: 'item-0' });
    expect(await read('hub_requests_total{operation="ItemGuide",status="200"}')).toBe(2);
    expect(await read('hub_request_duration_seconds_count{operation="ItemGuide"}')).toBe(2);
    expect(await read('hub_subgraph_duration_seconds_count{subgraph="catalog"}')).toBe(2);
    expect(await read('hub_requests_in_flight')).toBe(0);
    expect(await read('hub_event_loop_lag_seconds')).toBe(0.042);
    expect(await read('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('makes one series of all operations, addresses and codes that clients invent', async () => {
    for (let i = 0; i < 20; i += 1) {
      await hub.ask(`query Mine${i} { powerItem(code: "item-0") { name } }`);
      await fetch(`${hub.origin}/nowhere-${i}`);
    }
    const text = await (await fetch(`${hub.origin}/metrics`)).text();
    const operations = new Set([...text.matchAll(/operation="([^"]*)"/g)].map(([, operation]) => operation));
    expect(operations).toEqual(new Set(['other']));
    expect(await read('hub_requests_total{operation="other",status="200"}')).toBe(20);
    expect(await read('hub_requests_total{operation="other",status="404"}')).toBe(20);
  });

  it('counts limits, denials and failing subgraphs by code', async () => {
    await hub.ask(`{ ${'a '.repeat(3000)} }`);
    await hub.ask(GUIDE, { code: 'item-0' }, { authorization: 'Bearer nonsense' });
    hub.serviceCenter.mood = 'hanging';
    await hub.ask(GUIDE, { code: 'item-0' });
    expect(await read('hub_limits_hit_total{limit="TOKEN_LIMIT"}')).toBe(1);
    expect(await read('hub_denied_total{code="UNAUTHENTICATED"}')).toBe(1);
    expect(await read('hub_request_errors_total{operation="ItemGuide",code="SUBGRAPH_TIMEOUT"}')).toBe(1);
    expect(await read('hub_subgraph_errors_total{subgraph="service-center",code="SUBGRAPH_TIMEOUT"}')).toBe(1);
  });

  it('shows the journals’ heads and how far services lag behind them', async () => {
    const checkpoints = { treeSize: 7, head: 9, waitingSince: '2026-01-15T02:00:00.000Z', error: 'ENOENT' };
    hub.serviceCenter.ready = async () => ({ database: 'ok', followers: [{ source: 'catalog', cursor: 3, head: 5, lag: 2, error: 'ECONNREFUSED' }], checkpoints });
    hub.organisation.ready = async () => ({ database: 'unreachable', followers: [] });
    expect(await read('hub_journal_head{service="catalog"}')).toBe(5);
    expect(await read('hub_journal_head{service="service-center"}')).toBe(9); // which nobody follows
    expect(await read('hub_journal_unsigned{service="service-center"}')).toBe(2);
    expect(await read('hub_journal_stalled{service="service-center"}')).toBe(1);
    expect(await read('hub_follower_lag{service="service-center",source="catalog"}')).toBe(2);
    expect(await read('hub_follower_stalled{service="service-center",source="catalog"}')).toBe(1);
    expect(await read('hub_subgraph_ready{subgraph="organisation"}')).toBe(0);
  });

  it('is for this machine and for whoever holds the token', async () => {
    const status = async (headers: Record<string, string>) => (await fetch(`${hub.origin}/metrics`, { headers })).status;
    expect(await status({})).toBe(200);
    expect(await status({ authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(await status({ authorization: 'Bearer another' })).toBe(403);
    expect(await status({ 'x-forwarded-for': '10.0.0.1' })).toBe(403); // a proxy on this machine asks for somebody else
    expect(await status({ 'x-forwarded-for': '10.0.0.1', authorization: `Bearer ${TOKEN}` })).toBe(200);
    const from = (remoteAddress: string, authorization?: string) => ({ headers: { authorization }, socket: { remoteAddress } }) as unknown as IncomingMessage;
    expect(mayRead(from('10.0.0.1'), null)).toBe(false);
    expect(mayRead(from('10.0.0.1', `Bearer ${TOKEN}`), null)).toBe(false);
    expect(mayRead(from('10.0.0.1', `Bearer ${TOKEN}`), TOKEN)).toBe(true);
    expect(mayRead(from('::1'), null)).toBe(true);
  });
});

describe('labels', () => {
  const labelOf = operationLabels(['ItemGuide'], ['POST /imports', 'GET /guides/:code.html']);
  it.each([
    ['ItemGuide', 'POST /graphql', 'ItemGuide'],
    ['Mine', 'POST /graphql', 'other'],
    ['', 'POST /graphql', 'other'],
    [null, 'POST /imports', 'POST /imports'],
    [null, 'GET /imports', 'other'],
    [null, 'GET /guides/13900001234.html', 'GET /guides/:code.html'],
    [null, 'GET /guides/13900001234', 'other'],
  ])('%s at %s is %s', (name, route, label) => {
    const [method, path] = route.split(' ', 2);
    expect(labelOf(name, { method, url: `${path}?token=1` })).toBe(label);
  });
});

describe('the Grafana dashboard', () => {
  interface Panel {
    title: string;
    targets?: { expr: string }[];
    panels?: Panel[];
  }
  const dashboard = JSON.parse(readFileSync(inProject('gateway', 'observed', 'grafana-dashboard.json'), 'utf8')) as { panels: Panel[]; templating: { list: { query: string }[] } };
  const all = (panels: Panel[]): Panel[] => panels.flatMap((panel) => [panel, ...all(panel.panels ?? [])]);
  const queries = all(dashboard.panels).flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  const named = async (): Promise<Set<string>> => {
    const registries = [...(await createMetrics().registry.getMetricsAsJSON()), ...(await processMetrics().getMetricsAsJSON())];
    return new Set(registries.flatMap(({ name, type }) => (String(type) === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name])));
  };
  const metricsIn = (expr: string): string[] => expr.match(/\b(?:hub|process|nodejs)_\w+/g) ?? [];

  it('asks for nothing that is not there', async () => {
    const known = await named();
    expect(queries.length).toBeGreaterThan(10);
    for (const expr of queries) {
      expect(metricsIn(expr).length).toBeGreaterThan(0);
      for (const metric of metricsIn(expr)) expect([expr, known.has(metric) && metric]).toEqual([expr, metric]);
    }
  });

  it('shows every metric of the hub’s own', async () => {
    const shown = new Set(queries.flatMap(metricsIn).map((name) => name.replace(/_(bucket|sum|count)$/, '')));
    const own = (await createMetrics().registry.getMetricsAsJSON()).map(({ name }) => name);
    expect(own.filter((name) => !shown.has(name))).toEqual([]);
  });
});
