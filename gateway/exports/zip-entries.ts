import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive, its content made while it is packed. */
export interface ZipEntry {
  path: string;
  content: AsyncIterable<string> | Iterable<string>;
}

/** No time and no rights of this machine: the same content is the same bytes. */
const OPTIONS = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/**
 * Packs files one after another, each asked for when the one before is packed, and holds none of them: as slow as its
 * reader. A fault of an entry is the reader's; when the reader stops, so does the entry that is being packed.
 */
export async function* zipEntries(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const packed = zip.outputStream as Readable;
  let current: Readable | null = null;
  const fill = async (): Promise<void> => {
    for await (const { path, content } of entries) {
      if (packed.destroyed) return;
      current = Readable.from(content, { highWaterMark: 1 });
      zip.addReadStream(current, path, OPTIONS);
      await once(current, 'close'); // rejects with its fault, which the library would leave to nobody
    }
    zip.end();
  };
  const filled = fill().catch((fault: unknown) => packed.destroy(fault as Error));
  try {
    for await (const chunk of packed) yield chunk as Buffer;
  } finally {
    (current as Readable | null)?.destroy();
    await filled;
  }
}
