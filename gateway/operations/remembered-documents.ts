/** Texts by hash, the longest unused forgotten first. */
export interface RememberedDocuments {
  find(hash: string): string | null;
  remember(hash: string, text: string): void;
  readonly bytes: number;
}

/** What keeping an entry costs beside its text, roughly: key, nodes of the map. */
const ENTRY_BYTES = 256;

const sizeOf = (text: string): number => Buffer.byteLength(text) + ENTRY_BYTES;

/** Bounded by bytes and not by number: a client chooses how long its documents are. */
export function rememberedDocuments(mostBytes: number): RememberedDocuments {
  const texts = new Map<string, string>(); // a Map keeps the order in which its keys were set
  let bytes = 0;
  const forget = (hash: string): void => {
    const text = texts.get(hash);
    if (text === undefined) return;
    texts.delete(hash);
    bytes -= sizeOf(text);
  };
  return {
    find(hash) {
      const text = texts.get(hash);
      if (text === undefined) return null;
      texts.delete(hash);
      texts.set(hash, text);
      return text;
    },
    remember(hash, text) {
      forget(hash);
      if (sizeOf(text) > mostBytes) return;
      texts.set(hash, text);
      bytes += sizeOf(text);
      for (const oldest of texts.keys()) {
        if (bytes <= mostBytes) break;
        forget(oldest);
      }
    },
    get bytes() {
      return bytes;
    },
  };
}
