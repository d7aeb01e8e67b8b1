import { createLookout, type Lookout } from '../../../gateway/changes/lookout';

const NEVER = new AbortController().signal;
/** Longer than a test may take: what ends earlier was woken. */
const LONG_MS = 600_000;

describe('waiting for news of a service', () => {
  let watches: { tell: (news: 'changed' | 'lost') => void; signal: AbortSignal }[];
  let lookout: Lookout;
  beforeEach(() => {
    watches = [];
    const watch = (tell: (news: 'changed' | 'lost') => void, signal: AbortSignal): void => {
      watches.push({ tell, signal });
      tell('changed'); // as a service in this process begins
    };
    lookout = createLookout([{ name: 'catalog', watch }, { name: 'organisation', watch }], 3);
  });
  const listen = (service = 'catalog') => lookout.listen(service)!;

  it('ends with the next news, for all who wait', async () => {
    const [a, b, other] = [listen(), listen(), listen('organisation')];
    const woken: string[] = [];
    const waiting = [a.next(LONG_MS, NEVER).then(() => woken.push('a')), b.next(LONG_MS, NEVER).then(() => woken.push('b'))];
    const others = other.next(LONG_MS, NEVER).then(() => woken.push('other'));
    expect(woken).toEqual([]);
    watches[0]!.tell('changed');
    await Promise.all(waiting);
    expect(woken).toEqual(['a', 'b']);
    watches[1]!.tell('lost');
    await others;
    expect(woken).toEqual(['a', 'b', 'other']);
  });

  it('misses nothing that is told while nobody waits', async () => {
    const listener = listen();
    let woken = 0;
    const next = (signal = NEVER) => listener.next(LONG_MS, signal).then(() => (woken += 1));
    watches[0]!.tell('changed');
    await next();
    watches[0]!.tell('changed');
    watches[0]!.tell('changed');
    await next();
    const ended = new AbortController();
    const waiting = next(ended.signal);
    await new Promise(setImmediate);
    expect(woken).toBe(2); // two at once were one
    ended.abort();
    await waiting;
  });

  it('ends when the time is over, at the abort, and at once after it', async () => {
    await expect(listen().next(1, NEVER)).resolves.toBeUndefined();
    await expect(listen().next(LONG_MS, AbortSignal.abort())).resolves.toBeUndefined();
  });

  it('watches a service once for all, and no longer than somebody waits', () => {
    const [a, b] = [listen(), listen()];
    expect(watches).toHaveLength(1);
    a.close();
    expect(watches[0]!.signal.aborted).toBe(false);
    b.close();
    expect(watches[0]!.signal.aborted).toBe(true);
    listen();
    expect(watches).toHaveLength(2);
    lookout.stop();
    expect(watches[1]!.signal.aborted).toBe(true);
  });

  it('lets no more wait than may, until one has gone', () => {
    const first = listen();
    listen();
    listen('organisation');
    expect(lookout.listen('organisation')).toBeNull();
    first.close();
    expect(lookout.listen('organisation')).not.toBeNull();
  });
});
