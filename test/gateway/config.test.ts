import { ConfigError, readConfig } from '../../gateway/config';
import { LIMIT_VARIABLES } from '../../gateway/limits/limit-variables';
import { DEFAULT_LIMITS, type Limits } from '../../gateway/limits/limits';
import { DEFAULT_RATES } from '../../gateway/rates/rates';

describe('configuration from the environment', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      dataDirectory: '.data',
      databases: null,
      subgraphTimeoutMs: 2000,
      introspection: true,
      limits: { bodyBytes: 1024 * 1024, tokens: 2000, selections: 2000, depth: 12 },
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000, databases: null });
  });

  it('gives all three services one database, or each its own', () => {
    const shared = 'postgresql://hub@db/hub';
    expect(readConfig({ DATABASE_URL: shared }).databases).toEqual({ catalog: shared, organisation: shared, 'service-center': shared });
    expect(readConfig({ DATABASE_URL: shared, CATALOG_DATABASE_URL: 'postgres://hub@other/list' }).databases).toMatchObject({
      catalog: 'postgres://hub@other/list',
      organisation: shared,
    });
  });

  it('does not split the hub over a server and the embedded database', () => {
    expect(() => readConfig({ CATALOG_DATABASE_URL: 'postgresql://hub@db/hub' })).toThrow(/ORGANISATION_DATABASE_URL.*\n.*SERVICE_CENTER_DATABASE_URL/);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://db'],
    ['CATALOG_ORIGIN', 'localhost:4001'],
    ['HUB_IRI_BASE', 'data.example.gov.cn/id/'],
    ['HUB_IRI_BASE', 'https://data.example.gov.cn/id'],
    ['HUB_IRI_BASE', 'https://data.example.gov.cn/#'],
    ['HUB_SECRET', 'short'],
    ['HUB_SUBGRAPH_TIMEOUT_MS', '0'],
    ['HUB_INTROSPECTION', 'maybe'],
    ['HUB_METRICS_TOKEN', 'short'],
    ['HUB_SHED_LAG_MS', '1'],
    ['HUB_BREAKER_FAILURES', '0'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['HUB_LIMIT_DEPTH', '1.5'],
    ['HUB_OPERATIONS', 'some'],
    ['HUB_REDIS_URL', 'localhost'],
    ['HUB_TRUST_PROXY', 'yes'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name}：应为|${name}：至少`));
  });

  it('has a variable for every limit', () => {
    for (const [limit, [variable, least, most]] of Object.entries(LIMIT_VARIABLES)) {
      expect([variable, readConfig({ [variable]: String(least) }).limits[limit as keyof Limits]]).toEqual([variable, least]);
      expect(() => readConfig({ [variable]: String(most + 1) })).toThrow(new RegExp(variable));
    }
    expect(readConfig({}).limits).toEqual(DEFAULT_LIMITS);
  });

  it('shows the schema except in production, unless told', () => {
    const isShown = (environment: NodeJS.ProcessEnv): boolean => readConfig(environment).introspection;
    expect([isShown({}), isShown({ NODE_ENV: 'production' })]).toEqual([true, false]);
    expect([isShown({ NODE_ENV: 'production', HUB_INTROSPECTION: 'on' }), isShown({ HUB_INTROSPECTION: 'off' })]).toEqual([true, false]);
  });

  it('answers any operation, counts in memory and trusts no proxy, unless told', () => {
    expect(readConfig({})).toMatchObject({ operations: { trustedOnly: false }, rates: DEFAULT_RATES, redisUrl: null, trustedProxies: 0 });
    const told = { HUB_OPERATIONS: 'trusted', HUB_RATE_GUESS: '5', HUB_REDIS_URL: 'redis://r:6379/2', HUB_TRUST_PROXY: '2' };
    expect(readConfig(told)).toMatchObject({ operations: { trustedOnly: true }, rates: { ...DEFAULT_RATES, guesses: 5 }, redisUrl: 'redis://r:6379/2', trustedProxies: 2 });
  });

  it('does not repeat a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://hub:geheim@db/hub' })).toThrow(expect.not.stringContaining('geheim'));
  });
});
