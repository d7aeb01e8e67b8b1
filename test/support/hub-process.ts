import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Database } from '../../services/shared/database';
import { inProject } from '../../services/shared/project-root';
import { embedded, testServer } from './database';
import { sampleDatabase, sampleSnapshot, temporaryFolder } from './sample-database';

/** A hub's data with the sample loaded, for processes of the hub: a data directory, or a database on the server. */
export interface SampleHome {
  /** What a process of the hub needs to find it. */
  environment: Record<string, string>;
  /** Looks into the database beside the hub, while no process holds it. */
  visit<T>(work: (connect: () => Database) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

export async function sampleHome(): Promise<SampleHome> {
  const folder = temporaryFolder();
  if (testServer() !== null) {
    const database = await sampleDatabase();
    return { environment: { HUB_DATA: folder, DATABASE_URL: database.url! }, visit: (work) => work(() => database.connect()), drop: () => database.drop() };
  }
  const dataDir = path.join(folder, 'pglite');
  await (await globalThis.openPglite({ snapshot: await sampleSnapshot(), dataDir })).close();
  return {
    environment: { HUB_DATA: folder },
    async visit(work) {
      const database = embedded(await globalThis.openPglite({ snapshot: null, dataDir }));
      try {
        return await work(() => database.connect());
      } finally {
        await database.drop();
      }
    },
    drop: async () => undefined,
  };
}

/** A process of the hub on the TypeScript sources, as `npm start` and the other scripts run it. */
export function spawnHub(file: string, args: readonly string[], environment: Record<string, string>): ChildProcess {
  const flags = ['--disable-proto=delete', '-r', inProject('test', 'support', 'run-typescript.js')];
  return spawn(process.execPath, [...flags, inProject('gateway', file), ...args], {
    cwd: inProject(),
    env: { ...process.env, DATABASE_URL: '', HUB_RATE_ADDRESS: '0', HUB_RATE_CLIENT: '0', HUB_RATE_GUESS: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs one of the hub's command lines to its end. */
export async function runHubCommand(file: string, args: readonly string[], environment: Record<string, string>) {
  const child = spawnHub(file, args, environment);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close') as Promise<[number]>]);
  return { code, stdout, stderr };
}

/** A whole hub in a process of its own, listening on a free port. */
export interface HubProcess {
  origin: string;
  pid: number;
  /** Sends a signal and waits for the end: the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

export async function startHub(environment: Record<string, string>): Promise<HubProcess> {
  const child = spawnHub('one-process.ts', [], { ...environment, PORT: '0' });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const said = text(child.stderr!);
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      const port = /http:\/\/localhost:(\d+)\/graphql/.exec(chunk.toString())?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
    void ended.then(async ([code]) => reject(new Error(`the hub ended with ${code}: ${await said}`)));
  });
  return {
    origin,
    pid: child.pid!,
    async end(signal) {
      child.kill(signal);
      const [code, by] = await ended;
      return code ?? by;
    },
  };
}
