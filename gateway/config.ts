import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { DEFAULT_LIMITS, type Limits } from './limits/limits';

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
  subgraphTimeoutMs: number;
  introspection: boolean;
  /** Load the sample data into an empty hub. */
  sample: boolean;
  limits: Limits;
  logLevel: string;
}

/** An environment variable is missing or wrong; the message names it. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`环境变量有误：\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const integer = (least: number, most: number) => {
  const message = `应为 ${least} 到 ${most} 之间的整数`;
  return z.coerce.number({ error: message }).int(message).min(least, message).max(most, message);
};
const url = (schemes: string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), `应为网址，例如 ${example}`);
const databaseUrl = url(['postgres:', 'postgresql:'], 'postgresql://用户:密码@主机:5432/数据库');
const origin = url(['http:', 'https:'], 'http://127.0.0.1:4001');
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
  HUB_SUBGRAPH_TIMEOUT_MS: integer(1, 60_000).default(2000),
  HUB_INTROSPECTION: flag.default(true),
  HUB_SAMPLE: flag.default(true),
  HUB_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent'], '应为 debug、info、warn、error 或 silent').default('warn'),
  HUB_LIMIT_BODY_BYTES: integer(1024, 64 * 1024 * 1024).default(DEFAULT_LIMITS.bodyBytes),
  HUB_LIMIT_TOKENS: integer(10, 100_000).default(DEFAULT_LIMITS.tokens),
  HUB_LIMIT_SELECTIONS: integer(10, 100_000).default(DEFAULT_LIMITS.selections),
  HUB_LIMIT_DEPTH: integer(2, 100).default(DEFAULT_LIMITS.depth),
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
    subgraphTimeoutMs: found.HUB_SUBGRAPH_TIMEOUT_MS,
    introspection: found.HUB_INTROSPECTION,
    sample: found.HUB_SAMPLE,
    limits: {
      ...DEFAULT_LIMITS,
      bodyBytes: found.HUB_LIMIT_BODY_BYTES,
      tokens: found.HUB_LIMIT_TOKENS,
      selections: found.HUB_LIMIT_SELECTIONS,
      depth: found.HUB_LIMIT_DEPTH,
    },
    logLevel: found.HUB_LOG,
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
export const variableOf = (service: Service, what: 'DATABASE_URL' | 'PORT'): string =>
  `${service.toUpperCase().replaceAll('-', '_')}_${what}`;

/** A secret for processes that are started together and by nobody else. */
export const freshSecret = (): string => randomBytes(32).toString('base64url');
