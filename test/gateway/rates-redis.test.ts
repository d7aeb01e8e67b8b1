import Redis from 'ioredis';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { Log } from '../../gateway/log';
import { createRateLimiter, type RateLimiter } from '../../gateway/rates/rate-limiter';
import { RateExceeded } from '../../gateway/rates/rates';
import { until } from '../support/until';

const URL = 'redis://127.0.0.1:6379/15';
const RATES = { perAddress: 3, perClient: 0, guesses: 2 };

function listening(): { log: Log; warned: string[] } {
  const warned: string[] = [];
  const log = { info: () => undefined, error: () => undefined, warn: (_about: unknown, message: string) => void warned.push(message) } as unknown as Log;
  return { log, warned };
}

/** How many of so many are let through. */
async function letThrough(tries: number, attempt: () => Promise<void>): Promise<number> {
  let passed = 0;
  for (let i = 0; i < tries; i++) await attempt().then(() => passed++, (fault: unknown) => expect(fault).toBeInstanceOf(RateExceeded));
  return passed;
}

async function answersAt(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

describe('several gateways over one Redis', () => {
  let isThere = false;
  const limiters: RateLimiter[] = [];
  beforeAll(async () => void (isThere = await answersAt(URL)));
  afterEach(async () => {
    for (const limiter of limiters.splice(0)) await limiter.stop();
  });

  /** A limiter whose connection stands. */
  async function gateway(log: Log): Promise<RateLimiter> {
    const limiter = createRateLimiter({ rates: RATES, redisUrl: URL, log });
    limiters.push(limiter);
    await limiter.ready();
    return limiter;
  }

  it('count together', async () => {
    // Without a server there is nothing to count together in; what happens then is the next suite.
    if (!isThere) {
      console.warn('skipped: no Redis answers on 127.0.0.1:6379');
      return;
    }
    const { log, warned } = listening();
    const [one, two] = [await gateway(log), await gateway(log)];
    const [address, field] = [randomUUID(), randomUUID()];
    expect(await letThrough(2, () => one.fromAddress(address))).toBe(2);
    expect(await letThrough(3, () => two.fromAddress(address))).toBe(1);
    expect(await letThrough(1, () => one.fromAddress(address))).toBe(0);
    expect(await letThrough(1, () => one.fromAddress(randomUUID()))).toBe(1);
    expect(await letThrough(1, () => one.guesses(field, address, 2))).toBe(1);
    expect(await letThrough(1, () => two.guesses(field, address, 1))).toBe(0);
    expect(warned).toEqual([]);
  });
});

describe('a Redis that fails', () => {
  it('that is not there: each gateway counts for itself, and says so once', async () => {
    const { log, warned } = listening();
    const limiter = createRateLimiter({ rates: RATES, redisUrl: 'redis://127.0.0.1:1', log });
    expect(await letThrough(5, () => limiter.fromAddress('a'))).toBe(3);
    expect(await letThrough(5, () => limiter.fromAddress('b'))).toBe(3);
    await until(async () => warned.length, (told) => told > 0);
    expect(warned).toEqual([expect.stringContaining('redis unavailable')]);
    await limiter.stop();
  });

  it('that accepts and never answers holds no request up for long', async () => {
    const hung: Server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await once(hung, 'listening');
    const { port } = hung.address() as AddressInfo;
    const { log } = listening();
    const limiter = createRateLimiter({ rates: RATES, redisUrl: `redis://127.0.0.1:${port}`, log });
    expect(await letThrough(5, () => limiter.fromAddress('a'))).toBe(3); // would never settle
    await limiter.stop();
    hung.close();
  });
});
