import { setTimeout as sleep } from 'node:timers/promises';
import type { Follower } from './follower';
import { readHead } from './journal';
import type { Store } from './store';

/** What a service's answers rest on: its own journal, how far it is signed, and how far it has followed the others. Two equal states answer alike. */
export interface DataState {
  /** The state as it is, opaque. */
  read(): Promise<string>;
  /** The state once it is another than `known`, or after `ms`. */
  changed(known: string, ms: number, signal?: AbortSignal): Promise<string>;
  /** Calls back in this process right after every commit that changed it, before whoever committed hears of it. */
  onChange(listener: () => void): () => void;
}

/** How long a waiting reader goes without looking, for what another process of the same service wrote. */
const LOOK_AGAIN_MS = 500;

export function dataState(store: Store, followers: readonly Follower[]): DataState {
  const read = async (): Promise<string> => {
    const heads = await Promise.all([readHead(store.database, store.schema), ...followers.map((follower) => follower.cursor())]);
    return [...heads.map(({ seq }) => seq), store.checkpoints?.status().treeSize ?? 0].join('/');
  };
  async function changed(known: string, ms: number, signal?: AbortSignal): Promise<string> {
    const until = Date.now() + ms;
    for (;;) {
      const state = await read();
      const left = until - Date.now();
      if (state !== known || left <= 0 || signal?.aborted) return state;
      await store.wake.wait(Math.min(left, LOOK_AGAIN_MS), signal);
    }
  }
  return {
    read,
    changed,
    onChange(listener) {
      const stop = store.wake.onRing(listener);
      if (store.database.kind === 'embedded') return stop; // this process alone writes there
      const stopped = new AbortController();
      void lookForOthers(listener, changed, stopped.signal);
      return () => {
        stop();
        stopped.abort();
      };
    },
  };
}

/** On a server other processes write too, e.g. an import from the command line: looks again and again. */
async function lookForOthers(listener: () => void, changed: DataState['changed'], signal: AbortSignal): Promise<void> {
  for (let known = ''; !signal.aborted; ) {
    try {
      const state = await changed(known, 20_000, signal);
      if (state !== known) listener();
      known = state;
    } catch {
      known = ''; // a database that does not answer is told by every answer; once it does, all is taken for new
      await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
