import type { DataVersion } from './data-version';
import { ByQuestion, type Question } from './question';

/** An answer as it goes out: bytes, and a head that is made once. */
export interface Answer {
  status: number;
  /** Names and values in turn, as `writeHead` takes them without looking at each; the first is the request’s own id, still empty. */
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
  /** The answer kept for this question, null when there is none. */
  find(question: Question): Answer | null;
  /** The answer kept for this question, or the one that `make` makes, once for all who ask meanwhile. */
  answer(question: Question, make: () => Promise<Answer>): Promise<Answer>;
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

/** What an entry costs beside its bytes and the text of its question. */
const OVERHEAD = 400;

interface Kept {
  answer: Answer;
  /** Bytes, about. */
  cost: number;
}

/**
 * Answers kept as bytes for exactly as long as the data behind them does not change: the version is read before an answer
 * is made and compared when it is kept and when it is given. Nothing expires by time but the day. The oldest go first.
 */
export function createAnswerCache({ bytes: most, version, today, onLookUp = () => {} }: AnswerCacheOptions): AnswerCache {
  let entries = new ByQuestion<Kept>();
  let making = new ByQuestion<Promise<Answer>>();
  let size = 0;
  let state = { version: Number.NaN, day: '' };

  /** The state of now, the same object while it lasts; what was kept under another is dropped. Null: nothing may be kept or given. */
  function currentState(): object | null {
    const current = most === 0 ? null : version.current();
    if (current === null) return null;
    const day = today();
    if (current !== state.version || day !== state.day) {
      state = { version: current, day };
      entries = new ByQuestion();
      making = new ByQuestion();
      size = 0;
    }
    return state;
  }

  function find(question: Question): Answer | null {
    const kept = currentState() === null ? undefined : entries.get(question);
    if (kept === undefined) return null;
    onLookUp(true);
    return kept.answer;
  }

  function keep(question: Question, answer: Answer): void {
    const cost = answer.bytes.length + question.text.length + OVERHEAD;
    if (cost > most / 10 || entries.get(question) !== undefined) return;
    size += cost;
    forget(entries.add(question, { answer, cost }));
    while (size > most) forget(entries.deleteOldest());
  }

  function forget(gone: readonly Kept[]): void {
    for (const { cost } of gone) size -= cost;
  }

  return {
    get size() {
      return size;
    },
    find,
    async answer(question, make) {
      const before = currentState();
      if (before === null) return make();
      const kept = find(question);
      if (kept) return kept;
      onLookUp(false);
      const underWay = making.get(question);
      if (underWay) {
        const answer = await underWay;
        return answer.repeatable ? answer : make(); // what was somebody's own is not given to another
      }
      const made = make();
      void making.add(question, made);
      const mine = making;
      try {
        const answer = await made;
        if (answer.repeatable && currentState() === before) keep(question, answer);
        return answer;
      } finally {
        mine.delete(question);
      }
    },
    stop: () => version.stop(),
  };
}
