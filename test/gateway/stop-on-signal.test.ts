import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../../services/shared/project-root';

/** A toy hub in a process of its own; it says when its catalog is asked, which answers after 500 ms. */
const SCRIPT = `
const { toyHub } = require(${JSON.stringify(inProject('test', 'support', 'toy-hub.ts'))});
const { stopOnSignal } = require(${JSON.stringify(inProject('gateway', 'stop-on-signal.ts'))});
toyHub({ subgraphTimeoutMs: 20_000 }).then((hub) => {
  const field = hub.catalog.schema.getQueryType().getFields().powerItem;
  const resolve = field.resolve;
  field.resolve = (...args) => {
    console.log('asked');
    return new Promise((done) => setTimeout(() => done(resolve(...args)), 500));
  };
  stopOnSignal(hub.stop, { info() {}, error: console.error });
  console.log(hub.origin);
});`;

async function start(): Promise<{ child: ChildProcess; origin: string }> {
  const args = ['--disable-proto=delete', '-r', inProject('test', 'support', 'run-typescript.js'), '-e', SCRIPT];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: inProject() });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, origin: line.toString().trim() };
}

const ask = (origin: string): Promise<Response> =>
  fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ powerItem(code: "item-0") { name implementingAgency { name } link { status } } }' }),
  });

describe('the first signal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s lets the request in flight finish and ends with 0', async (signal) => {
    const { child, origin } = await start();
    const asked = once(child.stdout!, 'data');
    const inFlight = ask(origin);
    await asked;
    const ended = once(child, 'exit');
    child.kill(signal);
    child.kill(signal); // an impatient second one changes nothing
    const answer = (await (await inFlight).json()) as { data: { powerItem: object }; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(answer.data.powerItem).toEqual({ name: '取水许可', implementingAgency: { name: 'agency-0局' }, link: { status: 'COMPLETE' } });
    expect((await ended)[0]).toBe(0); // 1 when it was not done in time
    await expect(ask(origin)).rejects.toThrow('fetch failed');
  });
});
