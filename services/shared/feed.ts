import { setImmediate } from 'node:timers/promises';
import { readJournal, type JournalEntry, type JournalHead } from './journal';
import type { Store } from './store';

/** A reader's request: entries after a place, waiting for the first if there is none yet. */
export interface FeedRequest {
  after: number;
  limit: number;
  /** How long to wait for a first entry, milliseconds; 0 answers at once. */
  waitMs: number;
  signal?: AbortSignal;
}

/** Entries in order without gaps, and where the journal ends. */
export interface FeedPage {
  entries: JournalEntry[];
  head: JournalHead;
}

/** A service's journal as others follow it: read directly in one process, by a signed long poll when distributed. */
export interface Feed {
  read(request: FeedRequest): Promise<FeedPage>;
}

/** How long a waiting reader goes without looking, for entries written by another process of the same service. */
const LOOK_AGAIN_MS = 500;

/** The owner's own feed, over its database. */
export function localFeed({ database, schema, wake }: Store): Feed {
  const readPage = oncePerTurn((after, limit) => readJournal(database, schema, after, limit));
  return {
    async read({ after, limit, waitMs, signal }) {
      const until = Date.now() + waitMs;
      for (;;) {
        const page = await readPage(after, limit);
        const left = until - Date.now();
        if (page.entries.length > 0 || left <= 0 || signal?.aborted) return page;
        await wake.wait(Math.min(left, LOOK_AGAIN_MS), signal);
      }
    },
  };
}

/**
 * One reading for all who ask for the same page in the same turn of the event loop, as followers do whom one ring wakes.
 * It begins once the turn is over: nobody is given what was read before he asked.
 */
function oncePerTurn(read: (after: number, limit: number) => Promise<FeedPage>): typeof read {
  const asked = new Map<string, Promise<FeedPage>>();
  return (after, limit) => {
    const place = `${after}/${limit}`;
    const begin = async (): Promise<FeedPage> => {
      await setImmediate();
      asked.delete(place);
      return read(after, limit);
    };
    const page = asked.get(place) ?? begin();
    asked.set(place, page);
    return page;
  };
}
