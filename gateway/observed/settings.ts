import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type BreakerSettings, DEFAULT_BREAKER } from '../resilience/breaker';
import { DEFAULT_SHEDDING, type SheddingSettings } from '../resilience/shedding';

/** How the hub is watched, and how it behaves when something fails or too much comes. */
export interface WatchConfig {
  /** Lets a monitoring server elsewhere read `/metrics`; null: only this machine may. */
  metricsToken: string | null;
  /** Of the hashes by which the log tells persons apart. */
  logSalt: string;
  breaker: BreakerSettings;
  shedding: SheddingSettings;
}

/** A salt that nobody knows: hashes then cannot be compared over a restart. */
const freshSalt = (): string => randomBytes(16).toString('base64url');

export const defaultWatch = (): WatchConfig => ({ metricsToken: null, logSalt: freshSalt(), breaker: DEFAULT_BREAKER, shedding: DEFAULT_SHEDDING });

const integer = (least: number, most: number, fallback: number) => {
  const message = `应为 ${least} 到 ${most} 之间的整数`;
  return z.coerce.number({ error: message }).int(message).min(least, message).max(most, message).default(fallback);
};
const collector = z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), '应为网址，例如 http://127.0.0.1:4318');

/** The part of the environment that is about watching. */
export const WATCH_ENVIRONMENT = {
  HUB_METRICS_TOKEN: z.string().regex(/^[!-~]{16,}$/, '至少 16 个字符，不含空格与汉字').optional(),
  HUB_LOG_SALT: z.string().min(16, '至少 16 个字符').optional(),
  HUB_BREAKER_FAILURES: integer(1, 10_000, DEFAULT_BREAKER.failures),
  HUB_BREAKER_WINDOW_MS: integer(100, 600_000, DEFAULT_BREAKER.windowMs),
  HUB_BREAKER_OPEN_MS: integer(100, 60_000, DEFAULT_BREAKER.openMs),
  HUB_SHED_LAG_MS: integer(20, 60_000, DEFAULT_SHEDDING.lagMs),
  HUB_SHED_KEEP: integer(1, 100_000, DEFAULT_SHEDDING.keep),
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.optional(),
};
type WatchEnvironment = z.infer<z.ZodObject<typeof WATCH_ENVIRONMENT>>;

export const watchConfig = (found: WatchEnvironment): WatchConfig => ({
  metricsToken: found.HUB_METRICS_TOKEN ?? null,
  logSalt: found.HUB_LOG_SALT ?? freshSalt(),
  breaker: { failures: found.HUB_BREAKER_FAILURES, windowMs: found.HUB_BREAKER_WINDOW_MS, openMs: found.HUB_BREAKER_OPEN_MS },
  shedding: { lagMs: found.HUB_SHED_LAG_MS, keep: found.HUB_SHED_KEEP },
});
