import { createHash } from 'node:crypto';
import type { DataVersion } from './data-version';

/** An answer as bytes. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
  /** Strong validator of the bytes. */
  etag: string;
  /** It may be given again to whoever asks the same. */
  repeatable: boolean;
  /** What the log tells of the request that it answers. */
  about: { operationName: string | null; documentHash: string | null };
}

export interface AnswerCache {
  /** The answer kept under this key, or the one that `make` makes, once for all who ask meanwhile. */
  answer(key: string, make: () => Promise<Answer>): Promise<Answer>;
  readonly size: number;
  stop(): void;
}

export interface AnswerCacheOptions {
  /** Most bytes kept; 0 keeps nothing. */
  bytes: number;
  version: DataVersion;
  /** Today in China: answers may rest on the day. */
  today: () => string;
  /** Told of every question: answered from the cache or not. */
  onLookUp?: (hit: boolean) => void;
}

/** What an entry costs beside its bytes. */
const OVERHEAD = 300;

export const etagOf = (bytes: Buffer): string => `"${createHash('sha1').update(bytes).digest('base64url')}"`;

/**
 * Answers kept as bytes for exactly as long as the data behind them does not change: the version is read before an answer
 * is made and compared when it is kept and when it is given. Nothing expires by time but the day. The oldest go first.
 */
export function createAnswerCache({ bytes: most, version, today, onLookUp = () => {} }: AnswerCacheOptions): AnswerCache {
  let entries = new Map<string, Answer>();
  let making = new Map<string, Promise<Answer>>();
  let size = 0;
  let state = '';

  /** The state of now; what was kept under another is dropped. Null: nothing may be kept or given. */
  function currentState(): string | null {
    const current = version.current();
    if (current === null) return null;
    const now = `${current} ${today()}`;
    if (now !== state) {
      state = now;
      entries = new Map();
      making = new Map();
      size = 0;
    }
    return now;
  }

  function keep(key: string, answer: Answer): void {
    const cost = answer.bytes.length + key.length + OVERHEAD;
    if (cost > most / 10 || entries.has(key)) return;
    entries.set(key, answer);
    size += cost;
    for (const [oldest, { bytes }] of entries) {
      if (size <= most) break;
      entries.delete(oldest);
      size -= bytes.length + oldest.length + OVERHEAD;
    }
  }

  return {
    get size() {
      return size;
    },
    async answer(key, make) {
      const before = most === 0 ? null : currentState();
      if (before === null) return make();
      const kept = entries.get(key);
      onLookUp(kept !== undefined);
      if (kept) return kept;
      const underWay = making.get(key);
      if (underWay) {
        const answer = await underWay;
        return answer.repeatable ? answer : make(); // what was somebody's own is not given to another
      }
      const made = make();
      making.set(key, made);
      const mine = making;
      try {
        const answer = await made;
        if (answer.repeatable && currentState() === before) keep(key, answer);
        return answer;
      } finally {
        mine.delete(key);
      }
    },
    stop: () => version.stop(),
  };
}
