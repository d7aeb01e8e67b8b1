import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type CheckpointConfig, DEFAULT_EVERY_SECONDS, DEFAULT_STALL_SECONDS } from '../services/shared/checkpoints/settings';
import { ConfigError } from './config-error';
import { OIDC_ENVIRONMENT, type OidcConfig, oidcConfig } from './identity/oidc-config';
import { DEFAULT_IRI_BASE } from './exports/json-ld/iris';
import { limitShape, limitsOf } from './limits/limit-variables';
import type { Limits } from './limits/limits';
import { WATCH_ENVIRONMENT, type WatchConfig, watchConfig } from './observed/settings';
import { DEFAULT_RATES, type Rates } from './rates/rates';

export { ConfigError };

export const SERVICES = ['catalog', 'organisation', 'service-center'] as const;
export type Service = (typeof SERVICES)[number];

export interface HubConfig {
  port: number;
  host: string;
  /** Folder of the hub's own: embedded database, keys, lock. */
  dataDirectory: string;
  /** Where each service's database is on a server; null: the embedded one, for all three. */
  databases: Record<Service, string> | null;
  /** Where each subgraph answers when it runs in a process of its own. */
  origins: Record<Service, string>;
  /** Signs calls between the hub's processes. */
  secret: string | null;
  /** The identity provider; null: none, see identity.ts. */
  oidc: OidcConfig | null;
  subgraphTimeoutMs: number;
  /** Deadline of a mutation at a subgraph. */
  writeTimeoutMs: number;
  introspection: boolean;
  /** Load the sample data into an empty hub. */
  sample: boolean;
  limits: Limits;
  /** Which documents are answered; bytes kept of those that clients send with their hash. */
  operations: { trustedOnly: boolean; rememberedBytes: number };
  rates: Rates;
  /** Where several gateways count rates together. */
  redisUrl: string | null;
  /** Most bytes of answers kept; 0 keeps none. */
  cacheBytes: number;
  /** How many proxies in front are believed when they say whom they ask for. */
  trustedProxies: number;
  /** What the IRIs of the hub's resources begin with, in exports that name them. */
  iriBase: string;
  /** How the journals are signed. */
  checkpoints: Pick<CheckpointConfig, 'signingKeyFile' | 'everySeconds' | 'stallSeconds'>;
  logLevel: string;
  /** Metrics, breakers, shedding. */
  watching: WatchConfig;
  /** Where a collector takes traces (OTLP over HTTP); null: nothing is traced. */
  traceCollector: string | null;
}

const integer = (least: number, most: number) => {
  const message = `应为 ${least} 到 ${most} 之间的整数`;
  return z.coerce.number({ error: message }).int(message).min(least, message).max(most, message);
};
const url = (schemes: string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), `应为网址，例如 ${example}`);
const databaseUrl = url(['postgres:', 'postgresql:'], 'postgresql://用户:密码@主机:5432/数据库');
const origin = url(['http:', 'https:'], 'http://127.0.0.1:4001');
const redisUrl = url(['redis:', 'rediss:'], 'redis://127.0.0.1:6379');
const iriBase = z.string().regex(/^(https?:\/\/|urn:)[^\s"<>\\^`{|}#]+[/:]$/, '应为以 / 或 : 结尾的网址或 URN，例如 https://data.example.gov.cn/id/');
const flag = z.enum(['on', 'off'], '应为 on 或 off').transform((value) => value === 'on');

const Environment = z.object({
  PORT: integer(0, 65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  HUB_DATA: z.string().default('.data'),
  DATABASE_URL: databaseUrl.optional(),
  CATALOG_DATABASE_URL: databaseUrl.optional(),
  ORGANISATION_DATABASE_URL: databaseUrl.optional(),
  SERVICE_CENTER_DATABASE_URL: databaseUrl.optional(),
  CATALOG_ORIGIN: origin.default('http://127.0.0.1:4001'),
  ORGANISATION_ORIGIN: origin.default('http://127.0.0.1:4002'),
  SERVICE_CENTER_ORIGIN: origin.default('http://127.0.0.1:4003'),
  HUB_SECRET: z.string().min(16, '至少 16 个字符').optional(),
  ...OIDC_ENVIRONMENT,
  HUB_SUBGRAPH_TIMEOUT_MS: integer(1, 60_000).default(2000),
  NODE_ENV: z.string().optional(),
  HUB_WRITE_TIMEOUT_MS: integer(1, 600_000).default(30_000),
  HUB_INTROSPECTION: flag.optional(),
  HUB_OPERATIONS: z.enum(['any', 'trusted'], '应为 any 或 trusted').default('any'),
  HUB_REMEMBERED_BYTES: integer(0, 1024 * 1024 * 1024).default(8 * 1024 * 1024),
  HUB_RATE_ADDRESS: integer(0, 10_000_000).default(DEFAULT_RATES.perAddress),
  HUB_RATE_CLIENT: integer(0, 10_000_000).default(DEFAULT_RATES.perClient),
  HUB_RATE_GUESS: integer(0, 10_000_000).default(DEFAULT_RATES.guesses),
  HUB_REDIS_URL: redisUrl.optional(),
  HUB_CACHE_BYTES: integer(0, 4 * 1024 * 1024 * 1024).default(64 * 1024 * 1024),
  HUB_TRUST_PROXY: integer(0, 10).default(0),
  HUB_IRI_BASE: iriBase.default(DEFAULT_IRI_BASE),
  HUB_SAMPLE: flag.default(true),
  HUB_SIGNING_KEY_FILE: z.string().optional(),
  HUB_CHECKPOINT_SECONDS: integer(1, 86_400).default(DEFAULT_EVERY_SECONDS),
  HUB_CHECKPOINT_STALL_SECONDS: integer(1, 86_400).default(DEFAULT_STALL_SECONDS),
  HUB_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent'], '应为 debug、info、warn、error 或 silent').default('warn'),
  ...WATCH_ENVIRONMENT,
  ...(limitShape((least, most, fallback) => integer(least, most).default(fallback)) as object),
});
type Environment = z.infer<typeof Environment>;

/** Reads the environment, once, at the start; an empty variable counts as absent. */
export function readConfig(environment: NodeJS.ProcessEnv): HubConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}：${message}，收到 ${quote(given[String(path[0])])}`));
  const found = parsed.data;
  return {
    port: found.PORT,
    host: found.HOST,
    dataDirectory: found.HUB_DATA,
    databases: databasesOf(found),
    origins: { catalog: found.CATALOG_ORIGIN, organisation: found.ORGANISATION_ORIGIN, 'service-center': found.SERVICE_CENTER_ORIGIN },
    secret: found.HUB_SECRET ?? null,
    oidc: oidcConfig(found),
    subgraphTimeoutMs: found.HUB_SUBGRAPH_TIMEOUT_MS,
    writeTimeoutMs: found.HUB_WRITE_TIMEOUT_MS,
    introspection: found.HUB_INTROSPECTION ?? found.NODE_ENV !== 'production',
    sample: found.HUB_SAMPLE,
    limits: limitsOf(found),
    operations: { trustedOnly: found.HUB_OPERATIONS === 'trusted', rememberedBytes: found.HUB_REMEMBERED_BYTES },
    rates: { perAddress: found.HUB_RATE_ADDRESS, perClient: found.HUB_RATE_CLIENT, guesses: found.HUB_RATE_GUESS },
    redisUrl: found.HUB_REDIS_URL ?? null,
    cacheBytes: found.HUB_CACHE_BYTES,
    trustedProxies: found.HUB_TRUST_PROXY,
    iriBase: found.HUB_IRI_BASE,
    checkpoints: { signingKeyFile: found.HUB_SIGNING_KEY_FILE ?? null, everySeconds: found.HUB_CHECKPOINT_SECONDS, stallSeconds: found.HUB_CHECKPOINT_STALL_SECONDS },
    logLevel: found.HUB_LOG,
    watching: watchConfig(found),
    traceCollector: found.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
  };
}

const quote = (value: string | undefined): string => (value === undefined ? '空值' : `“${value.replace(/\/\/[^@/]*@/, '//…@')}”`);

/** One database for all, one for each, or none. Some without the others would split the hub over two stores. */
function databasesOf(found: Environment): HubConfig['databases'] {
  const each = {
    catalog: found.CATALOG_DATABASE_URL ?? found.DATABASE_URL,
    organisation: found.ORGANISATION_DATABASE_URL ?? found.DATABASE_URL,
    'service-center': found.SERVICE_CENTER_DATABASE_URL ?? found.DATABASE_URL,
  };
  const missing = SERVICES.filter((service) => each[service] === undefined);
  if (missing.length === SERVICES.length) return null;
  if (missing.length > 0)
    throw new ConfigError(missing.map((service) => `${variableOf(service, 'DATABASE_URL')}：未设置，或改为设置 DATABASE_URL 供三个服务共用`));
  return each as Record<Service, string>;
}

/** e.g. `SERVICE_CENTER_DATABASE_URL`. */
export const variableOf = (service: Service, what: 'DATABASE_URL' | 'ORIGIN' | 'PORT'): string =>
  `${service.toUpperCase().replaceAll('-', '_')}_${what}`;

/** A secret for processes that are started together and by nobody else. */
export const freshSecret = (): string => randomBytes(32).toString('base64url');
