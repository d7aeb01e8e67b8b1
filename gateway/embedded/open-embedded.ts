import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { EmbeddedSession } from '../../services/shared/embedded/session';
import { PROJECT_ROOT } from '../../services/shared/project-root';

/** What the thread is told. */
export interface ThreadData {
  dataDir: string;
}

export interface EmbeddedDatabase extends EmbeddedSession {
  close(): Promise<void>;
}

/**
 * How much of its code a function of the database runs, in bytes, before V8 optimises it. With V8's own measure a start
 * spends more on optimising the database than on running it, and on two cores the hub's code waits for that. V8 keeps
 * it for the whole process.
 */
const RUN_BEFORE_OPTIMISED = 60_000_000;

/**
 * Opens the database in `dataDir`, making it if it is not there. It runs in a thread of its own: while a statement takes
 * its time the hub goes on answering, and the hub's code loads while the database opens.
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  if (!existsSync(dataDir)) await createEmbedded(dataDir);
  const data: ThreadData = { dataDir };
  setFlagsFromString(`--wasm-tiering-budget=${RUN_BEFORE_OPTIMISED}`);
  const worker = new Worker(path.join(__dirname, `database-thread${path.extname(__filename)}`), { workerData: data });
  const waiting: { resolve: (answer: Uint8Array) => void; reject: (fault: Error) => void }[] = [];
  let ended: Error | null = null;
  const end = (fault: Error): void => {
    ended ??= fault;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  worker.on('message', (answer: Uint8Array) => waiting.shift()!.resolve(answer));
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the embedded database is closed')));
  /** The thread answers in the order in which it was asked. */
  const answered = (): Promise<Uint8Array> => new Promise((resolve, reject) => (ended === null ? waiting.push({ resolve, reject }) : reject(ended)));
  await answered(); // that it is open
  return {
    execProtocolRaw(messages) {
      const own = Uint8Array.from(messages); // a small buffer is part of a larger one, which would go with it
      worker.postMessage(own, [own.buffer]);
      return answered();
    },
    async close() {
      if (ended !== null) return;
      const exit = once(worker, 'exit');
      worker.postMessage(null, []);
      await exit;
    },
  };
}

/**
 * Creates the empty database in a process of its own, which takes the memory this needs once with it when it ends, and
 * under another name until it is whole: a start that is cut off leaves nothing half-made.
 */
async function createEmbedded(dataDir: string): Promise<void> {
  const unfinished = `${dataDir}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const script = `require('@electric-sql/pglite').PGlite.create(process.argv[1]).then((db) => db.close())`;
  await promisify(execFile)(process.execPath, ['-e', script, unfinished], { cwd: PROJECT_ROOT });
  renameSync(unfinished, dataDir);
}
