import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localSubgraph } from '../../../gateway/local-subgraph';
import { remoteSubgraph } from '../../../gateway/remote-subgraph';
import { DEFAULT_BREAKER } from '../../../gateway/resilience/breaker';
import { type ToyHub, toyHub } from '../../support/toy-hub';

const QUERY = '{ powerItem(code: "item-0") { name link { status } } }';
const LINK = { data: { _entities: [{ __typename: 'PowerItem', link: { status: 'COMPLETE' } }] } };
const OPEN_MS = 5_000;

describe('a subgraph in a process of its own', () => {
  let hub: ToyHub;
  let server: Server;
  let asked: number;
  let answer: (response: ServerResponse, request: IncomingMessage) => void;
  const well = (response: ServerResponse): void => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(LINK));

  beforeEach(async () => {
    asked = 0;
    answer = well;
    server = createServer((request, response) => {
      if (request.url !== '/graphql') return void response.writeHead(404).end(); // the gateway also looks for news
      asked += 1;
      request.resume().on('end', () => answer(response, request));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    hub = await toyHub({
      callers: (toys) => toys.map((toy) => (toy.name === 'service-center' ? remoteSubgraph(toy.name, origin, 'a secret of sixteen') : localSubgraph(toy))),
      subgraphTimeoutMs: 500,
      watching: { breaker: { ...DEFAULT_BREAKER, windowMs: 60_000, failures: 3, openMs: OPEN_MS } },
    });
  });
  afterEach(async () => {
    await hub.stop();
    server.closeAllConnections();
    server.close();
  });

  const expectPartial = async (code: string): Promise<void> => {
    const { status, data, errors, text } = await hub.ask(QUERY);
    expect([status, data.powerItem]).toEqual([200, { name: '取水许可', link: null }]);
    expect(errors).toMatchObject([{ path: ['powerItem'], extensions: { code, service: 'service-center' } }]);
    expect(text).not.toContain('127.0.0.1');
  };
  const unavailable = (response: ServerResponse): void => void response.writeHead(503).end();

  it.each<[string, (response: ServerResponse) => void]>([
    ['503', unavailable],
    ['a connection that breaks', (response) => void response.destroy()],
    ['an answer that breaks off', (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"data":');
      setTimeout(() => response.destroy(), 10);
    }],
  ])('a read that met %s once is asked again, and nobody notices', async (_name, stumble) => {
    answer = (response) => {
      answer = well;
      stumble(response);
    };
    const { data, errors } = await hub.ask(QUERY);
    expect([data.powerItem, errors, asked]).toEqual([{ name: '取水许可', link: { status: 'COMPLETE' } }, [], 2]);
    expect(await hub.watch.metrics.subgraphRetries.get()).toMatchObject({ values: [{ labels: { subgraph: 'service-center' }, value: 1 }] });
  });

  it('a read is not asked a third time, nor again after a 500', async () => {
    answer = unavailable;
    await expectPartial('SUBGRAPH_UNAVAILABLE');
    expect(asked).toBe(2);
    answer = (response) => void response.writeHead(500).end();
    await expectPartial('SUBGRAPH_UNAVAILABLE');
    expect(asked).toBe(3);
  });

  it('is cut off after failing, costs its own part alone and at once, and is asked again when it is back', async () => {
    answer = () => undefined; // hangs
    for (let i = 0; i < 3; i += 1) await expectPartial('SUBGRAPH_TIMEOUT');
    expect([asked, hub.watch.breakers('service-center').phase]).toEqual([3, 'OPEN']);
    await Promise.all(Array.from({ length: 20 }, () => expectPartial('SUBGRAPH_UNAVAILABLE')));
    expect(asked).toBe(3); // not one of them waited for it
    expect((await hub.watch.metrics.breaker.get()).values).toContainEqual(expect.objectContaining({ labels: { subgraph: 'service-center' }, value: 2 }));

    answer = well;
    await new Promise((resolve) => setTimeout(resolve, OPEN_MS));
    expect((await hub.ask(QUERY)).errors).toEqual([]);
    expect([asked, (await hub.ask(QUERY)).errors]).toEqual([4, []]);
    expect(hub.watch.breakers('service-center').phase).toBe('CLOSED');
  });

  it('is not cut off for answers that are wrong: they are answers', async () => {
    answer = (response) => void response.writeHead(200).end('{"data":"text"}');
    for (let i = 0; i < 6; i += 1) await expectPartial('SUBGRAPH_FAULT');
    expect([asked, hub.watch.breakers('service-center').phase]).toEqual([6, 'CLOSED']);
  });
});
