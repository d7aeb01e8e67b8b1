import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again until `look` finds what it is after; fails with the last it saw, before the test's own time is over. */
export async function until<T>(look: () => Promise<T>, isThere: (seen: T) => boolean, ms = 120_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (isThere(seen)) return seen;
    if (Date.now() > end) throw new Error(`not within ${ms} ms; last seen: ${JSON.stringify(seen)}`);
    await sleep(25);
  }
}
