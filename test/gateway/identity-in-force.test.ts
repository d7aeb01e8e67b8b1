import path from 'node:path';
import { readConfig } from '../../gateway/config';
import { createHubFace } from '../../gateway/hub-face';
import { identityInForce, Unauthenticated } from '../../gateway/identity';
import { createOidcIdentity } from '../../gateway/identity/oidc-identity';
import { localSubgraph } from '../../gateway/local-subgraph';
import { SILENT } from '../../gateway/log';
import { serve, type Served } from '../../gateway/serve';
import { type FakeProvider, fakeProvider } from '../support/fake-provider';
import { runHubCommand } from '../support/hub-process';
import { temporaryFolder } from '../support/sample-database';
import { post } from '../support/toy-hub';
import { toySchemas } from '../support/toy-supergraph';
import { toySubgraphs } from '../support/toy-subgraphs';

const OIDC = { HUB_OIDC_ISSUER: 'https://id.example.gov.cn', HUB_OIDC_AUDIENCE: 'hub' };
const inForce = (environment: Record<string, string>, { isEmbedded = true } = {}) => {
  const { oidc } = readConfig(environment);
  return identityInForce({ oidc, developmentKey: isEmbedded ? path.join(temporaryFolder(), 'identity.key') : null, log: SILENT });
};
const ADMIN = { id: 'x', role: 'ADMIN', regionCode: null, agencyCode: null } as const;

describe('the identity in force', () => {
  it('is the development key in the embedded mode without a provider, and says so', async () => {
    const { identity, development, said } = inForce({});
    expect(await identity.authenticate(`Bearer ${await development!.issue(ADMIN, 60)}`)).toEqual(ADMIN);
    expect(said).toMatch(/开发密钥，仅供试用/);
  });

  it('is the provider alone once one is configured: the development key opens nothing', async () => {
    const { development: trial } = inForce({});
    const { identity, development, said } = inForce(OIDC);
    expect(development).toBeNull();
    expect(said).toContain(OIDC.HUB_OIDC_ISSUER);
    await expect(identity.authenticate(`Bearer ${await trial!.issue(ADMIN, 60)}`)).rejects.toThrow(Unauthenticated);
  });

  it('is the public alone where there is neither', async () => {
    const { development: trial } = inForce({});
    const { identity, said } = inForce({}, { isEmbedded: false });
    expect(await identity.authenticate(undefined)).toMatchObject({ role: 'PUBLIC' });
    await expect(identity.authenticate(`Bearer ${await trial!.issue(ADMIN, 60)}`)).rejects.toThrow(Unauthenticated);
    expect(said).toMatch(/只接受匿名访问/);
  });
});

describe('its configuration', () => {
  it.each([
    ['HUB_OIDC_ISSUER', { HUB_OIDC_ISSUER: 'http://id.example.gov.cn', HUB_OIDC_AUDIENCE: 'hub' }],
    ['HUB_OIDC_JWKS', { ...OIDC, HUB_OIDC_JWKS: 'http://id.example.gov.cn/keys' }],
    ['HUB_OIDC_AUDIENCE', { HUB_OIDC_ISSUER: OIDC.HUB_OIDC_ISSUER }],
    ['HUB_OIDC_AUDIENCE', { HUB_OIDC_AUDIENCE: 'hub' }],
    ['HUB_OIDC_ROLE_CLAIM', { ...OIDC, HUB_OIDC_ROLE_CLAIM: '.roles' }],
    ['HUB_OIDC_ROLE_MAP', { ...OIDC, HUB_OIDC_ROLE_MAP: '审改办=KING' }],
    ['HUB_OIDC_ROLE_MAP', { ...OIDC, HUB_OIDC_ROLE_MAP: '公众=PUBLIC' }],
    ['HUB_OIDC_ROLE_MAP', { ...OIDC, HUB_OIDC_ROLE_MAP: '{"审改办":' }],
    ['HUB_OIDC_CLOCK_SKEW_SECONDS', { ...OIDC, HUB_OIDC_CLOCK_SKEW_SECONDS: '3600' }],
  ])('names %s when it is wrong or stands alone', (name, environment) => {
    expect(() => readConfig(environment)).toThrow(new RegExp(`${name}：`));
  });

  it('takes a map in its order, names with equals signs and commas too', () => {
    const { oidc } = readConfig({ ...OIDC, HUB_OIDC_ROLE_MAP: '编办=STAFFING_OFFICE, CN=审改办=REFORM_OFFICE' });
    expect(oidc!.mapping.roles).toEqual([['编办', 'STAFFING_OFFICE'], ['CN=审改办', 'REFORM_OFFICE']]);
    expect(readConfig({ ...OIDC, HUB_OIDC_ROLE_MAP: '{"CN=hub,OU=it":"ADMIN"}' }).oidc!.mapping.roles).toEqual([['CN=hub,OU=it', 'ADMIN']]);
  });
});

describe('`npm run token`', () => {
  const token = (args: string[], environment: Record<string, string> = {}) => runHubCommand('token-cli.ts', args, { HUB_DATA: temporaryFolder(), ...environment });

  it('makes a token where the development key is in force', async () => {
    expect(await token(['--role', 'REFORM_OFFICE', '--region', '140100'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ey[\w-]+\.[\w-]+\.[\w-]+\n$/) });
  });

  it.each([
    ['with a provider', [], OIDC, /身份提供方 https:\/\/id\.example\.gov\.cn.*不接受开发密钥/],
    ['over a database server', [], { DATABASE_URL: 'postgresql://hub@db/hub' }, /不在内嵌模式/],
    ['for a regional role without a region', ['--role', 'REFORM_OFFICE'], {}, /--region/],
    ['for an agency role without an agency', ['--role', 'AGENCY_HEAD', '--region', '140100'], {}, /--agency/],
  ])('refuses and says why %s', async (_when, args, environment, message) => {
    const { code, stdout, stderr } = await token(args.length > 0 ? args : ['--role', 'ADMIN'], environment);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('a gateway whose callers a provider vouches for', () => {
  let provider: FakeProvider;
  let served: Served;
  let stop: () => Promise<void>;
  const asked: string[] = [];
  const ask = (headers: Record<string, string>, search = '') => post(`${served.origin}/graphql${search}`, JSON.stringify({ query: '{ region(code: "140100") { name } }' }), headers);

  beforeAll(async () => {
    provider = await fakeProvider();
    const config = readConfig({ HUB_OIDC_ISSUER: provider.issuer, HUB_OIDC_AUDIENCE: 'power-list-hub' });
    const identity = createOidcIdentity(config.oidc!, { log: SILENT, cooldownMs: 0 });
    const callers = toySubgraphs().map(localSubgraph).map((caller) => ({ ...caller, call: (...args: Parameters<typeof caller.call>) => (asked.push(args[0].actor.role), caller.call(...args)) }));
    const face = await createHubFace({ config, callers, identity, log: SILENT, schemas: toySchemas() });
    served = await serve(face.handler, { port: 0, host: '127.0.0.1' });
    stop = async () => {
      await served.stop();
      await face.stop();
      await provider.stop();
    };
  });
  afterAll(() => stop());
  beforeEach(() => (asked.length = 0));

  it('says 503 while no token can be judged, and serves the public', async () => {
    provider.mood = 'failing';
    const answer = await fetch(`${served.origin}/graphql`, { method: 'POST', body: '{"query":"{ __typename }"}', headers: { 'content-type': 'application/json', authorization: `Bearer ${await provider.issue({ roles: ['ADMIN'] })}` } });
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await ask({})).toMatchObject({ status: 200, errors: [] });
    provider.mood = 'well';
  });

  it('answers who has a good token, 401 who has a bad one, 400 who puts it into the address', async () => {
    const token = await provider.issue({ roles: ['REFORM_OFFICE'], region: '140100' });
    expect(await ask({ authorization: `Bearer ${token}` })).toMatchObject({ status: 200, errors: [] });
    expect(asked).toEqual(['REFORM_OFFICE']);
    expect(await ask({ authorization: `Bearer ${token.slice(0, -4)}AAAA` })).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await ask({}, `?access_token=${token}`)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'TOKEN_IN_URL' } }] });
    expect(asked).toHaveLength(1);
    expect(await ask({})).toMatchObject({ status: 200 }); // and the next innocent request is answered
  });
});
