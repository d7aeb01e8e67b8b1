import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AskSubgraph } from '../../../gateway/ask-subgraph';
import { DEFAULT_IRI_BASE } from '../../../gateway/exports/json-ld/iris';
import { exportsRoute } from '../../../gateway/exports/exports-route';
import { exportSlots } from '../../../gateway/exports/export-slots';
import type { Log } from '../../../gateway/log';
import { createRequestHandler } from '../../../gateway/request-handler';
import { serve, type Served } from '../../../gateway/serve';
import { ANONYMOUS } from '../../../services/shared/actor';
import { until } from '../../support/until';

/** Pages of the catalog that were asked for. */
let pages = 0;
/** How many pages the list has, and the one at which the catalog fails. */
let [length, fault] = [Infinity, Infinity];

const item = (index: number) => ({
  code: `140100001${String(index).padStart(8, '0')}`, codeScheme: 'HUB', publishedCode: null, name: `事项${index}`, subItem: null, parent: null, category: 'LICENSE', status: 'LISTED', conditions: null, exerciseLevels: ['MUNICIPAL'],
  authoritySplit: null, basisText: Math.random().toString(36).repeat(200), legalBases: [], implementingAgency: { code: '140100001' }, implementingBodyName: '市局', responsibleOffices: [], responsibleOfficeNames: [],
  duty: null, responsibilities: null, accountability: null, listedSupervisionPhone: null, remark: null, region: { code: '140100' }, effectiveFrom: '2025-01-01', effectiveTo: null, edition: null,
});

/** A hub whose list never ends, unless told. */
const ask = (async (subgraph: string, query: string, variables: { filter?: { category: string[] | null }; of?: object[] }) => {
  await new Promise((resolve) => setImmediate(resolve));
  if (query.startsWith('query RegionOfExport')) return { region: { name: '太原市' } };
  if (subgraph === 'organisation') return { _entities: variables.of!.map(() => ({ name: '市局' })) };
  pages += 1;
  if (pages === fault) throw new Error('connection lost');
  const items = variables.filter!.category && variables.filter!.category[0] !== 'LICENSE' ? [] : Array.from({ length: 50 }, (_none, index) => item(pages * 50 + index));
  return { powerItems: { nodes: items, pageInfo: { hasNextPage: items.length > 0 && pages < length, endCursor: 'more' } } };
}) as unknown as AskSubgraph;

const logged: unknown[] = [];
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: (fields: unknown, message: string) => logged.push([message, fields]) } as unknown as Log;

const route = exportsRoute(ask, { atOnce: 3, stallMs: 4_000, iriBase: DEFAULT_IRI_BASE });
/** Answers that the hub did not get to the end of. */
let brokenOff = 0;
let served: Served;
let address = 'a';
beforeAll(async () => {
  const handler = createRequestHandler({
    gateway: {} as never, cache: {} as never, limits: { bodyBytes: 1 }, log,
    admit: async () => ({ actor: ANONYMOUS, address }),
    ready: async () => ({ status: 'ready', subgraphs: {} }),
    routes: {
      'GET /exports/items': (request, response, ...rest) => {
        response.once('close', () => (brokenOff += response.writableFinished ? 0 : 1));
        return route(request, response, ...rest);
      },
    },
  });
  served = await serve(handler, { port: 0, host: '127.0.0.1' });
});
afterAll(() => served.stop());
beforeEach(() => {
  [pages, length, fault] = [0, Infinity, Infinity];
  logged.length = 0;
});

const begun: IncomingMessage[] = [];
afterEach(() => begun.splice(0).forEach((response) => response.destroy())); // what a failed test leaves takes no place from the next

/** An answer whose body nobody has begun to read. */
async function begin(format: string, from = 'a'): Promise<IncomingMessage> {
  address = from;
  const [response] = (await once(get(`${served.origin}/exports/items?region=140100&format=${format}`, { agent: false }), 'response')) as [IncomingMessage];
  begun.push(response);
  response.on('error', () => undefined); // broken off, as it should be
  return response;
}

/** The number of pages once no more are asked for; of a list without end that time never comes while it is read on. */
async function pagesAtRest(): Promise<number> {
  for (let before = -1; before !== pages; ) {
    before = pages;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return pages;
}

describe.each(['csv', 'ndjson', 'xlsx'])('a long export as %s', (format) => {
  it('is read no further than its reader takes, and no further at all once the reader has gone', async () => {
    const response = await begin(format);
    const held = await pagesAtRest();
    // How much the sockets hold before they ask for more is the machine's; a reader that keeps on reading gets past it.
    for (const asked = () => pages; asked() === held; ) {
      if (response.read() === null) await once(response, 'readable');
    }
    response.destroy();
    const gone = await pagesAtRest();
    expect(await pagesAtRest()).toBe(gone);
    expect(logged).toEqual([]);
  });

  it('is broken off by a fault in the middle, not ended as if it were whole', async () => {
    fault = 40;
    const response = await begin(format);
    response.resume();
    await new Promise((resolve) => response.once('close', resolve));
    expect(response.complete).toBe(false);
    expect(logged).toEqual([['answer broken off', expect.objectContaining({ err: expect.objectContaining({ message: 'connection lost' }) })]]);
  });

  it('is an answer of its own when the fault comes first', async () => {
    fault = 1;
    const response = await begin(format);
    response.resume();
    expect([response.statusCode, response.headers['content-type']]).toEqual([500, 'application/json; charset=utf-8']);
  });
});

describe('exports at one time', () => {
  it('are as many as there are places, half of them for one client; a reader that takes nothing loses its place', async () => {
    brokenOff = 0;
    const [first, second] = [await begin('csv', 'a'), await begin('csv', 'a')];
    const third = await begin('csv', 'a');
    expect([third.statusCode, third.headers['retry-after']]).toEqual([503, '10']);
    const other = await begin('csv', 'b');
    expect(other.statusCode).toBe(200);
    expect((await begin('csv', 'c')).statusCode).toBe(503);
    const after = await until(() => begin('csv', 'c'), ({ statusCode }) => statusCode === 200, 30_000);
    await until(async () => brokenOff, (seen) => seen >= 3); // whoever reads on before that keeps its place
    for (const response of [first, second, other]) response.resume();
    await until(async () => [first, second, other].map(({ closed, complete }) => ({ closed, complete })), (seen) => seen.every(({ closed, complete }) => closed && !complete));
    after.destroy();
  });

  it('give their place back once, however often that is said', () => {
    const slots = exportSlots(1);
    const giveBack = slots.take('a')!;
    expect(slots.take('b')).toBeNull();
    giveBack();
    giveBack();
    expect(slots.take('b')).not.toBeNull();
    expect(slots.take('a')).toBeNull();
  });
});
