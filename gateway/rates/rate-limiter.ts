import type Redis from 'ioredis';
import { once } from 'node:events';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Log } from '../log';
import { RateExceeded, type Rates, WINDOW_SECONDS } from './rates';

/** Counts what is asked; each method throws `RateExceeded` when it is too much. */
export interface RateLimiter {
  fromAddress(network: string): Promise<void>;
  byClient(subject: string): Promise<void>;
  /** Whether the two above count at all. */
  readonly counts: { readonly addresses: boolean; readonly clients: boolean };
  /** So many tries of one field from one address. */
  guesses(field: string, network: string, tries: number): Promise<void>;
  /** Settles once the connection to Redis stands; at once without one. Rates are counted before that too, in memory. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

export interface RateLimiterOptions {
  rates: Rates;
  /** Where several gateways count together; null: each by itself, in memory. */
  redisUrl: string | null;
  log: Log;
}

/** A Redis that does not answer must not hold up a request for longer. */
const REDIS_MS = 250;

export function createRateLimiter({ rates, redisUrl, log }: RateLimiterOptions): RateLimiter {
  const redis = redisUrl === null ? null : connect(redisUrl, log);
  const count = (keyPrefix: string, points: number): ((key: string, points?: number) => Promise<void>) => {
    if (points === 0) return async () => undefined;
    const limiter = limiterOf({ keyPrefix: `hub:${keyPrefix}`, points, duration: WINDOW_SECONDS }, redis);
    return (key, taken = 1) => consume(limiter, key, taken);
  };
  const fromAddress = count('address', rates.perAddress);
  const byClient = count('client', rates.perClient);
  const guesses = count('guess', rates.guesses);
  return {
    fromAddress,
    byClient,
    counts: { addresses: rates.perAddress > 0, clients: rates.perClient > 0 },
    guesses: (field, network, tries) => guesses(`${field}:${network}`, tries),
    ready: async () => {
      if (redis !== null && redis.status !== 'ready') await once(redis, 'ready');
    },
    stop: async () => redis?.disconnect(),
  };
}

interface Bucket {
  keyPrefix: string;
  points: number;
  duration: number;
}

/** In memory, or in Redis with memory for when that fails. */
function limiterOf(bucket: Bucket, redis: Redis | null): RateLimiterAbstract {
  const memory = new RateLimiterMemory(bucket);
  if (redis === null) return memory;
  return new RateLimiterRedis({
    ...bucket,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: memory,
    inMemoryBlockOnConsumed: bucket.points + 1, // a flood costs Redis nothing once it is refused
  });
}

function connect(url: string, log: Log): Redis {
  // Loaded here because most hubs have none.
  const client = require('ioredis') as { Redis: typeof Redis };
  const redis = new client.Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: REDIS_MS, connectTimeout: 2000 });
  let isTold = false;
  redis.on('ready', () => {
    isTold = false;
  });
  redis.on('error', (fault: Error) => {
    if (isTold) return;
    isTold = true; // it tries again and again; one line for each outage
    log.warn({ err: fault.message }, 'redis unavailable, rates are counted in memory');
  });
  return redis;
}

async function consume(limiter: RateLimiterAbstract, key: string, points: number): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (fault) {
    if (fault instanceof RateLimiterRes) throw new RateExceeded(Math.max(1, Math.ceil(fault.msBeforeNext / 1000)));
    throw fault;
  }
}
