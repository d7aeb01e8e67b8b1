import { EventEmitter } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Gateway } from '../../../gateway/gateway';
import { SILENT } from '../../../gateway/log';
import { reloadOnChange } from '../../../gateway/resilience/reload-on-change';
import { reloadableGateway } from '../../../gateway/resilience/reloadable-gateway';
import { composeSupergraph } from '../../../schema/compose-supergraph';
import { type ToyHub, toyHub } from '../../support/toy-hub';
import { TOY_NAMES, toySdl } from '../../support/toy-subgraphs';

const QUERY = '{ powerItem(code: "item-0") { name link { status } implementingAgency { name } } }';

/** The toys' supergraph with one more field. */
function supergraphWith(field: string): string {
  const composed = composeSupergraph(TOY_NAMES.map((name) => ({ name, sdl: name === 'catalog' ? toySdl(name).replace(/type Query \{/, `type Query { ${field}: String `) : toySdl(name) })));
  if (!composed.ok) throw new Error(composed.errors.join('\n'));
  return composed.supergraphSdl;
}

describe('a new supergraph', () => {
  let hub: ToyHub;
  let lines: unknown[];
  beforeAll(async () => {
    const remember = (_line: object, message: string): void => void lines.push(message);
    hub = await toyHub({ log: { info: remember, warn: remember, error: remember, isLevelEnabled: () => true } as never });
  });
  beforeEach(() => (lines = []));
  afterAll(() => hub.stop());
  const knows = async (field: string): Promise<boolean> => (await hub.ask(`{ ${field} }`)).errors.every(({ extensions }) => extensions.code !== 'GRAPHQL_VALIDATION_FAILED');

  it('comes into force under load without a failed request', async () => {
    const over = new AbortController();
    const handlers = process.listeners('SIGTERM');
    const failed: unknown[] = [];
    let reloads = 0;
    /** How many were under way while each supergraph came into force. */
    const across: Record<number, number> = {};
    const client = async (): Promise<void> => {
      while (!over.signal.aborted) {
        const asked = reloads;
        const answer = await hub.ask(QUERY);
        if (answer.status !== 200 || answer.errors.length > 0) failed.push(answer.text);
        if (reloads > asked) across[reloads] = (across[reloads] ?? 0) + 1;
      }
    };
    const clients = Array.from({ length: 8 }, client);
    expect(await knows('addedFirst')).toBe(false);
    for (const field of ['addedFirst', 'addedSecond', 'addedThird']) {
      const supergraph = supergraphWith(field);
      expect(await hub.reload(supergraph)).toBe(true);
      reloads += 1;
      expect(await knows(field)).toBe(true);
    }
    over.abort();
    await Promise.all(clients);
    expect(await knows('addedFirst')).toBe(false);
    expect(failed).toEqual([]);
    for (const reload of [1, 2, 3]) expect(across[reload]).toBeGreaterThan(0);
    expect(process.listeners('SIGTERM')).toEqual(handlers); // a new runtime brings handlers that would end requests under way
  });

  it('that is the one in force changes nothing', async () => {
    const same = supergraphWith('added');
    expect([await hub.reload(same), await hub.reload(same)]).toEqual([true, false]);
  });

  it.each([
    ['no GraphQL', 'type Query {'],
    ['empty', ''],
    ['no supergraph', 'type Query { a: Unknown }'],
  ])('that is broken (%s) leaves the old one in force and is told', async (_name, broken) => {
    expect(await hub.reload(broken)).toBe(false);
    expect(lines).toContain('supergraph not taken: the one in force stays');
    expect((await hub.ask(QUERY)).errors).toEqual([]);
  });
});

describe('the old gateway', () => {
  it('finishes what it has, takes nothing more, and only then stops', async () => {
    const told: string[] = [];
    const release = new EventEmitter();
    const create = async (sdl: string): Promise<Gateway> => ({
      answer: () => new Promise((resolve) => release.once(sdl, () => resolve({ status: 200, headers: {}, bytes: Buffer.from(sdl) }))),
      stream: async () => new Response(sdl),
      stop: async () => void told.push(`${sdl} stopped`),
    });
    const gateway = await reloadableGateway(create, 'old', SILENT);
    const ask = async (): Promise<string> => (await gateway.answer({ method: 'POST', url: '/graphql', headers: {}, body: null }, {} as never)).bytes.toString();
    const first = ask();
    expect(await gateway.reload('new')).toBe(true);
    const second = ask();
    release.emit('new');
    expect(await second).toBe('new');
    expect([told, gateway.generation]).toEqual([[], 1]);
    release.emit('old');
    expect(await first).toBe('old');
    await gateway.stop();
    expect(told.toSorted()).toEqual(['new stopped', 'old stopped']);
  });
});

describe('reloading', () => {
  it('follows the file and SIGHUP, until it is stopped', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'supergraph-')), 'supergraph.graphql');
    writeFileSync(file, 'one');
    const reload = jest.fn();
    const stop = reloadOnChange(file, reload);
    process.emit('SIGHUP');
    expect(reload).toHaveBeenCalledTimes(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    writeFileSync(file, 'two, longer');
    while (reload.mock.calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    stop();
    expect(process.listenerCount('SIGHUP')).toBe(0);
  });
});
