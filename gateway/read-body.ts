import type { IncomingMessage } from 'node:http';

/** A body longer than allowed; the connection is not read any further. */
export class BodyTooLarge extends Error {
  constructor(readonly most: number) {
    super(`body exceeds ${most} bytes`);
    this.name = 'BodyTooLarge';
  }
}

/** The whole body as bytes, refused as soon as it is known to be too long, by its announced length or while it comes. */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > most) throw new BodyTooLarge(most);
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else reject(new BodyTooLarge(most));
      if (length > most) request.pause();
    });
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.once('error', reject); // it broke off, too
  });
}
