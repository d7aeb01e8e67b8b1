import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { remoteSubgraph } from '../../../gateway/remote-subgraph';
import { startTracing } from '../../../services/shared/start-tracing';
import { serveSubgraph, type SubgraphServer } from '../../../services/shared/subgraph-server';
import { statementName } from '../../../services/shared/traced-statement';
import { isTracing, traceHeaders } from '../../../services/shared/tracing';
import { type SampleHub, sampleHub } from '../../support/sample-hub';
import { type ToyHub, toyHub } from '../../support/toy-hub';
import { localSubgraph } from '../../../gateway/local-subgraph';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  status: { code?: number; message?: string };
}

/** Takes what an OpenTelemetry collector would. */
async function collector(): Promise<{ endpoint: string; spans: Span[]; text(): string; stop(): void }> {
  const spans: Span[] = [];
  let text = '';
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString();
    text += body;
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  };
  const server: Server = createServer((request, response) => void take(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, text: () => text, stop: () => void server.close() };
}

/** The names above a span, from its own up. */
function pathOf(spans: Span[], span: Span): string[] {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [span.name, ...(parent ? pathOf(spans, parent) : [])];
}

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE}-b7ad6b7169203331-01`;

describe('traces', () => {
  it('are not made unless a collector is named', async () => {
    const stop = await startTracing({ service: 'gateway', endpoint: null });
    expect([isTracing(), traceHeaders()]).toEqual([false, {}]);
    await stop();
  });

  describe('of the whole hub', () => {
    let hub: SampleHub;
    beforeAll(async () => void (hub = await sampleHub()));
    afterAll(() => hub.stop());

    it('go from the request to each statement, by its name and without its values', async () => {
      const found = await collector();
      const stop = await startTracing({ service: 'hub', endpoint: found.endpoint });
      const answer = await hub.ask('ItemGuide', { code: '14010001301000100' }, { traceparent: TRACEPARENT });
      await stop();
      found.stop();
      expect(answer.errors).toEqual([]);
      const mine = found.spans.filter(({ traceId }) => traceId === TRACE);
      const request = mine.find(({ name }) => name === 'ItemGuide')!;
      expect([request.parentSpanId, request.kind]).toEqual(['b7ad6b7169203331', 2]);
      const paths = mine.map((span) => pathOf(mine, span));
      expect(paths).toContainEqual(['execute query', 'ItemGuide']);
      for (const service of ['catalog', 'organisation', 'service-center']) expect(paths).toContainEqual([service, 'execute query', 'ItemGuide']);
      const statements = paths.filter(([, above]) => ['catalog', 'organisation', 'service-center'].includes(above ?? ''));
      expect(statements.length).toBeGreaterThanOrEqual(3);
      expect(new Set(statements.map(([, service]) => service)).size).toBe(3);
      expect(found.text()).not.toContain('14010001301000100');
      expect(found.text()).not.toMatch(/SELECT .*WHERE/i);
    });
  });

  describe('over processes', () => {
    const SECRET = 'a secret of sixteen';
    let hub: ToyHub;
    let server: SubgraphServer;
    beforeAll(async () => {
      hub = await toyHub({
        callers: (toys) =>
          toys.map((toy) => (toy.name === 'catalog' ? { ...remoteSubgraph(toy.name, 'http://unknown', SECRET), call: (call, signal) => remoteSubgraph(toy.name, server.origin, SECRET).call(call, signal) } : localSubgraph(toy))),
      });
      server = await serveSubgraph(hub.catalog, { port: 0, host: '127.0.0.1', secret: SECRET });
    });
    afterAll(() => hub.stop());

    it('go on in a subgraph elsewhere, and tell a failure by its name', async () => {
      const found = await collector();
      const stop = await startTracing({ service: 'gateway', endpoint: found.endpoint });
      hub.serviceCenter.mood = 'hanging';
      await hub.ask('{ powerItem(code: "item-0") { name link { status } } }', {}, { traceparent: TRACEPARENT });
      await server.stop(); // the subgraph's own span ends after its answer, with the connection
      await stop();
      found.stop();
      const spans = found.spans.filter(({ traceId }) => traceId === TRACE);
      expect(spans.map((span) => pathOf(spans, span))).toContainEqual(['catalog /graphql', 'catalog', 'execute query', 'other']);
      expect(spans.find(({ name }) => name === 'service-center')?.status).toEqual({ code: 2, message: 'CallFailed' });
    });
  });
});

describe('the name of a statement', () => {
  it.each([
    [{ name: 'item-by-code', text: 'SELECT 1' }, 'item-by-code'],
    ['SELECT "catalog"."PowerItem"."name" FROM "catalog"."PowerItem" WHERE x = \'secret\'', 'SELECT catalog.PowerItem'],
    [{ text: '\n insert into journal (a) VALUES (1)' }, 'INSERT journal'],
    ['BEGIN', 'BEGIN'],
    ['', 'SQL'],
  ])('%j → %s', (statement, name) => expect(statementName(statement)).toBe(name));
});
