import type { Log } from './log';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Shorter than the five seconds that whoever sent the signal waits. */
const PATIENCE_MS = 4_800;

/** Makes something of those libraries later on: what handlers they add go at once, and those that are there stay. */
export async function withoutItsSignalHandlers<T>(make: () => Promise<T>): Promise<T> {
  const before = SIGNALS.map((signal) => new Set(process.listeners(signal)));
  try {
    return await make();
  } finally {
    SIGNALS.forEach((signal, i) => process.listeners(signal).forEach((listener) => before[i]!.has(listener) || process.off(signal, listener)));
  }
}

/**
 * Stops cleanly at the first signal and exits with 0. The gateway's libraries install handlers of their own, which end
 * requests in flight and keep the process alive; they are taken out, so call this when everything has been created.
 */
export function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error({}, 'not stopped in time');
      process.exit(1);
    }, PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        log.error({ err: fault }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, onSignal);
  }
}
