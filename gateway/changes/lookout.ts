import type { SubgraphCaller } from '../subgraph-caller';

/** Whoever waits for news of a service. */
export interface Listener {
  /** Resolves at the first news after it was made or last resolved, after `ms`, or when `signal` aborts. */
  next(ms: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Tells when the data of a service may have changed: one watch a service for all who wait, as long as anybody does. */
export interface Lookout {
  /** Null when as many wait as may. */
  listen(service: string): Listener | null;
  stop(): void;
}

interface Watched {
  caller: Pick<SubgraphCaller, 'watch'>;
  heard: Set<() => void>;
  stop: () => void;
}

export function createLookout(callers: readonly Pick<SubgraphCaller, 'name' | 'watch'>[], mostWaiting: number): Lookout {
  const services = new Map(callers.map((caller): [string, Watched] => [caller.name, { caller, heard: new Set(), stop: () => undefined }]));
  let waiting = 0;

  function join(service: Watched, hear: () => void): void {
    service.heard.add(hear);
    if (service.heard.size > 1) return;
    const stopped = new AbortController();
    service.stop = () => stopped.abort();
    // Also when it is lost: whoever waits asks again and is told that the service does not answer.
    service.caller.watch(() => service.heard.forEach((each) => each()), stopped.signal);
  }
  function leave(service: Watched, hear: () => void): void {
    if (service.heard.delete(hear) && service.heard.size === 0) service.stop();
  }

  return {
    listen(name) {
      const service = services.get(name);
      if (!service) throw new Error(`no subgraph ${name}`);
      if (waiting >= mostWaiting) return null;
      waiting += 1;
      let isNews = false;
      let wake = (): void => undefined;
      const hear = (): void => {
        isNews = true;
        wake();
      };
      join(service, hear);
      isNews = false; // a watch begins by telling; whoever listens looks after this
      return {
        async next(ms, signal) {
          if (!isNews && !signal.aborted) await sleepUntil(ms, signal, (woken) => (wake = woken));
          isNews = false;
        },
        close() {
          waiting -= 1;
          leave(service, hear);
        },
      };
    },
    stop: () => services.forEach(({ stop }) => stop()),
  };
}

/** Resolves after `ms`, at the abort, or when what `onWake` was given is called; leaves nothing behind. */
async function sleepUntil(ms: number, signal: AbortSignal, onWake: (wake: () => void) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let end = (): void => undefined;
  try {
    await new Promise<void>((resolve) => {
      end = () => resolve();
      timer = setTimeout(end, ms);
      signal.addEventListener('abort', end, { once: true });
      onWake(end);
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    onWake(() => undefined);
  }
}
