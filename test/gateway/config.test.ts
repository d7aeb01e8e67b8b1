import { ConfigError, readConfig } from '../../gateway/config';

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
    ['HUB_SECRET', 'short'],
    ['HUB_SUBGRAPH_TIMEOUT_MS', '0'],
    ['HUB_INTROSPECTION', 'maybe'],
    ['HUB_LIMIT_DEPTH', '1.5'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name}：应为|${name}：至少`));
  });

  it('does not repeat a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://hub:geheim@db/hub' })).toThrow(expect.not.stringContaining('geheim'));
  });
});
