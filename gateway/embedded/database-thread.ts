import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { ThreadData } from './open-embedded';

/** The database fills its buffers with zeros at each start; behind them the system keeps the same pages once more. */
const BUFFERS = ['-c', 'shared_buffers=32MB'];

/**
 * The thread of the embedded database: answers once when it is open, then whatever it is asked in PostgreSQL's protocol,
 * in order; null closes it. What goes wrong beyond a statement ends the thread, and tells whoever opened it.
 */
async function main(port: NonNullable<typeof parentPort>, { dataDir }: ThreadData): Promise<void> {
  const db = await PGlite.create({ dataDir, startParams: [...PGlite.defaultStartParams, ...BUFFERS] });
  const answer = async (messages: Uint8Array | null): Promise<void> => {
    if (messages === null) {
      await db.close();
      port.close();
      return;
    }
    const answered = await db.execProtocolRaw(messages);
    port.postMessage(answered, [answered.buffer as ArrayBuffer]);
  };
  port.on('message', (messages: Uint8Array | null) => void answer(messages));
  port.postMessage(new Uint8Array());
}

void main(parentPort!, workerData as ThreadData);
