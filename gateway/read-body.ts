import type { IncomingMessage } from 'node:http';

/** A body longer than allowed; the connection is not read any further. */
export class BodyTooLarge extends Error {
  constructor(readonly most: number) {
    super(`body exceeds ${most} bytes`);
    this.name = 'BodyTooLarge';
  }
}

/** The whole body as bytes, refused as soon as it is known to be too long, by its announced length or while it comes. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new BodyTooLarge(most);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw new BodyTooLarge(most);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
