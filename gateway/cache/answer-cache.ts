import type { DataVersion } from './data-version';

/** An answer as it goes out: bytes, and a head that is made once. */
export interface Answer {
  status: number;
  /** Names and values in turn, as `writeHead` takes them without looking at each. */
  head: readonly string[];
  bytes: Buffer;
  /** What lets who has it go without the bytes: its strong validator and the head of a 304; null where nobody may keep it. */
  validator: { etag: string; head: readonly string[] } | null;
  /** It may be given again to whoever asks the same. */
  repeatable: boolean;
  /** What the log tells of the request that it answers. */
  about: { operationName: string | null; documentHash: string | null };
}

export interface AnswerCache {
  /** The answer kept under this key, null when there is none. */
  find(key: string): Answer | null;
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

/**
 * Answers kept as bytes for exactly as long as the data behind them does not change: the version is read before an answer
 * is made and compared when it is kept and when it is given. Nothing expires by time but the day. The oldest go first.
 */
export function createAnswerCache({ bytes: most, version, today, onLookUp = () => {} }: AnswerCacheOptions): AnswerCache {
  let entries = new Map<string, Answer>();
  let making = new Map<string, Promise<Answer>>();
  let size = 0;
  let state = { version: Number.NaN, day: '' };

  /** The state of now, the same object while it lasts; what was kept under another is dropped. Null: nothing may be kept or given. */
  function currentState(): object | null {
    const current = most === 0 ? null : version.current();
    if (current === null) return null;
    const day = today();
    if (current !== state.version || day !== state.day) {
      state = { version: current, day };
      entries = new Map();
      making = new Map();
      size = 0;
    }
    return state;
  }

  function find(key: string): Answer | null {
    const kept = currentState() === null ? undefined : entries.get(key);
    if (kept !== undefined) onLookUp(true);
    return kept ?? null;
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
    find,
    async answer(key, make) {
      const before = currentState();
      if (before === null) return make();
      const kept = find(key);
      if (kept) return kept;
      onLookUp(false);
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
