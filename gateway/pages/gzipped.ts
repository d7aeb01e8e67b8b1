import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { Html } from './html';

/** A page, made piece by piece, as compressed bytes. Between pieces the event loop has its turn: a city's list takes many. */
export async function gzipped(pieces: Iterable<Html>): Promise<Buffer> {
  const gzip = createGzip();
  const bytes = buffer(gzip);
  for (const { text } of pieces) {
    if (!gzip.write(text)) await once(gzip, 'drain');
    await setImmediate();
  }
  gzip.end();
  return bytes;
}
