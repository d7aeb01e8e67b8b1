import { Agent, request as httpRequest, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { draining } from '../../../gateway/resilience/draining';
import { beginWaiting } from '../../../gateway/resilience/waiting';
import { serve, type Served } from '../../../gateway/serve';

interface Answer {
  status: number;
  connection: string | undefined;
  retryAfter: string | undefined;
  text: string;
}

describe('a graceful stop', () => {
  const agent = new Agent({ keepAlive: true });
  let waiting: ServerResponse[];
  let served: Served;
  const handler: RequestListener = (request, response) => {
    if (request.url === '/healthz') return void response.end('alive');
    waiting.push(response);
    if (request.url === '/stream') response.setHeader('content-type', 'text/event-stream').flushHeaders();
  };
  beforeEach(async () => {
    waiting = [];
    served = await serve(handler, { port: 0, host: '127.0.0.1' });
  });
  afterAll(() => agent.destroy());

  const ask = (path: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = httpRequest(`${served.origin}${path}`, { agent }, (response: IncomingMessage) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode!, connection: response.headers.connection, retryAfter: response.headers['retry-after'], text }));
        response.on('error', reject);
      });
      asked.on('error', reject).end();
    });
  const until = async (count: number): Promise<void> => {
    while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('has who only waits for something to happen answer at once', async () => {
    const asked = ask('/changes/catalog');
    await until(1);
    beginWaiting(waiting[0]!, () => void waiting[0]!.end('nothing'));
    const stopped = served.stop();
    expect(await asked).toMatchObject({ status: 200, connection: 'close', text: 'nothing' });
    await stopped;
  });

  it('answers what is under way, refuses what comes, and then takes no more connections', async () => {
    const underWay = ask('/graphql');
    const stream = ask('/stream');
    await until(2);
    const stopped = served.stop();
    expect(await stream).toMatchObject({ status: 200, text: '' }); // its reader goes elsewhere
    expect(await ask('/graphql')).toEqual({
      status: 503,
      connection: 'close',
      retryAfter: '1',
      text: JSON.stringify({ errors: [{ message: '服务正在停止，请重试', extensions: { code: 'STOPPING' } }] }),
    });
    expect(await ask('/readyz')).toMatchObject({ status: 503 });
    expect(await ask('/healthz')).toMatchObject({ status: 200 });
    expect(waiting).toHaveLength(2);
    waiting[0]!.end('answered');
    expect(await underWay).toMatchObject({ status: 200, text: 'answered', connection: 'close' });
    await stopped;
    await expect(ask('/graphql')).rejects.toThrow(/ECONNREFUSED|socket hang up/); // a kept connection breaks, a new one is refused
  });

  it('ends at once when nothing is under way', async () => {
    await served.stop();
    await expect(ask('/graphql')).rejects.toThrow(/ECONNREFUSED|socket hang up/);
  });

  it('does not wait for ever', async () => {
    const last = draining(handler);
    const other = await serve(last.handler, { port: 0, host: '127.0.0.1' });
    const hung = fetch(`${other.origin}/graphql`);
    await until(1);
    expect(await last.drain(20)).toBe(false);
    waiting[0]!.end();
    await (await hung).text();
    expect(await last.drain(20)).toBe(true);
    await other.stop();
    await served.stop();
  });
});
