import { createHmac } from 'node:crypto';
import { IdentityUnavailable, type Identity, Unauthenticated } from '../../gateway/identity';
import { oidcConfig } from '../../gateway/identity/oidc-config';
import { createOidcIdentity } from '../../gateway/identity/oidc-identity';
import { SILENT } from '../../gateway/log';
import { ANONYMOUS } from '../../services/shared/actor';
import { AUDIENCE, type FakeProvider, fakeProvider } from '../support/fake-provider';
import { until } from '../support/until';

const COOLDOWN = 30_000;
const REFORM = { roles: ['REFORM_OFFICE'], region: '140100' };

describe('identity by an OpenID Connect provider', () => {
  let provider: FakeProvider;
  let identity: Identity;
  /** The hub's clock, ahead of the machine's by this much. */
  let ahead = 0;

  const identityOf = (more: Record<string, string | number> = {}): Identity =>
    createOidcIdentity(oidcConfig({ HUB_OIDC_ISSUER: provider.issuer, HUB_OIDC_AUDIENCE: AUDIENCE, ...more })!, { log: SILENT, now: () => Date.now() + ahead, cooldownMs: COOLDOWN, maxAgeMs: 600_000 });
  const asks = (token: string, by = identity) => by.authenticate(`Bearer ${token}`);
  const fetches = (): number => provider.requests.filter((url) => url === '/keys').length;
  const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;

  beforeEach(async () => {
    ahead = 0;
    provider = await fakeProvider();
    identity = identityOf();
  });
  afterEach(() => provider.stop());

  it('takes no header for the public, and does not ask the provider for that', async () => {
    expect(await identity.authenticate(undefined)).toEqual(ANONYMOUS);
    expect(provider.requests).toEqual([]);
  });

  it('reads role, region and agency of a token, and asks for the keys once for all', async () => {
    const editor = await provider.issue({ roles: ['AGENCY_EDITOR'], region: 140100, agency: '140100013' });
    const [first, second] = await Promise.all([asks(editor), asks(await provider.issue(REFORM))]);
    expect(first).toEqual({ id: 'zhang', role: 'AGENCY_EDITOR', regionCode: '140100', agencyCode: '140100013' });
    expect(second).toEqual({ id: 'zhang', role: 'REFORM_OFFICE', regionCode: '140100', agencyCode: null });
    expect(provider.requests).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('goes straight to the keys where their address is configured', async () => {
    expect(await asks(await provider.issue(REFORM), identityOf({ HUB_OIDC_JWKS: `${provider.issuer}/keys` }))).toMatchObject({ role: 'REFORM_OFFICE' });
    expect(provider.requests).toEqual(['/keys']);
  });

  describe('refuses', () => {
    const refused: [string, () => Promise<string>][] = [
      ['alg=none', async () => unsigned({ alg: 'none' })],
      ['a key of somebody else', () => stranger.issue({ iss: provider.issuer, ...REFORM }, { header: { kid: 'key-1' } })],
      ['HS256 signed with the public key', async () => hmacWithPublicKey()],
      ['an expired token', () => provider.issue({ ...REFORM, exp: seconds(-31) })],
      ['one not yet valid', () => provider.issue({ ...REFORM, nbf: seconds(60) })],
      ['another audience', () => provider.issue({ ...REFORM, aud: 'another-system' })],
      ['another issuer', () => provider.issue({ ...REFORM, iss: 'https://elsewhere.example' })],
      ['no subject', () => provider.issue({ ...REFORM, sub: undefined })],
      ['a subject of the hub’s own', () => provider.issue({ ...REFORM, sub: 'system:seed' })],
      ['no expiry', () => provider.issue({ ...REFORM, exp: undefined })],
      ['no role', () => provider.issue({ region: '140100' })],
      ['a role nobody knows', () => provider.issue({ roles: ['KING'], region: '140100' })],
      ['the public as a role', () => provider.issue({ roles: ['PUBLIC'], region: '140100' })],
      ['a regional role without a region', () => provider.issue({ roles: ['REFORM_OFFICE'] })],
      ['an empty region', () => provider.issue({ ...REFORM, region: '' })],
      ['a region that would hold every region', () => provider.issue({ ...REFORM, region: '000000' })],
      ['several regions', () => provider.issue({ ...REFORM, region: ['140100', '650200'] })],
      ['an agency role without an agency', () => provider.issue({ roles: ['AGENCY_HEAD'], region: '140100' })],
      ['an agency of another region', () => provider.issue({ roles: ['AGENCY_HEAD'], region: '140100', agency: '650200001' })],
      ['a changed token', async () => `${(await provider.issue(REFORM)).slice(0, -4)}AAAA`],
      ['no token at all', async () => 'nonsense'],
    ];
    let stranger: FakeProvider;
    beforeEach(async () => {
      stranger = await fakeProvider();
    });
    afterEach(() => stranger.stop());

    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = () => ({ iss: provider.issuer, aud: AUDIENCE, sub: 'zhang', exp: seconds(600), ...REFORM });
    const unsigned = (header: object): string => `${part(header)}.${part(claims())}.`;
    async function hmacWithPublicKey(): Promise<string> {
      const { exportSPKI, importJWK } = await import('jose');
      const pem = await exportSPKI((await importJWK(provider.publicJwk(), 'ES256', { extractable: true })) as Parameters<typeof exportSPKI>[0]);
      const text = `${part({ alg: 'HS256', kid: 'key-1' })}.${part(claims())}`;
      return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
    }

    it.each(refused)('%s', async (_what, token) => {
      await expect(asks(await token())).rejects.toThrow(Unauthenticated);
      expect(await asks(await provider.issue(REFORM))).toMatchObject({ role: 'REFORM_OFFICE' }); // and goes on
    });
  });

  it('bears clocks that differ by less than the tolerance', async () => {
    const early = await provider.issue({ ...REFORM, nbf: seconds(10), exp: seconds(60) });
    expect(await asks(early)).toMatchObject({ role: 'REFORM_OFFICE' });
    ahead = 75_000;
    expect(await asks(early)).toMatchObject({ role: 'REFORM_OFFICE' });
    await expect(asks(early, identityOf({ HUB_OIDC_CLOCK_SKEW_SECONDS: 0 }))).rejects.toThrow(Unauthenticated);
  });

  describe('with the provider’s own words', () => {
    const map = { HUB_OIDC_ROLE_CLAIM: 'realm_access.roles', HUB_OIDC_REGION_CLAIM: 'https://hub.example/place.region', HUB_OIDC_ROLE_MAP: '编办=STAFFING_OFFICE,审改办=REFORM_OFFICE' };
    const token = (roles: unknown) => provider.issue({ realm_access: { roles }, 'https://hub.example/place': { region: '140100' } });

    it('finds claims by dotted paths, names with dots in them included', async () => {
      expect(await asks(await token(['审改办', 'offline_access']), identityOf(map))).toEqual({ id: 'zhang', role: 'REFORM_OFFICE', regionCode: '140100', agencyCode: null });
    });

    it('gives who has several roles the first of the map, however the token orders them', async () => {
      expect(await asks(await token(['审改办', '编办']), identityOf(map))).toMatchObject({ role: 'STAFFING_OFFICE' });
      expect(await asks(await provider.issue({ roles: ['ADMIN', 'SUPERVISION', 'AGENCY_HEAD'], region: '140100', agency: '140100013' }))).toMatchObject({ role: 'AGENCY_HEAD' });
    });

    it('knows our own names no longer', async () => {
      await expect(asks(await token(['REFORM_OFFICE']), identityOf(map))).rejects.toThrow(Unauthenticated);
    });

    it('reads one name, or several separated by spaces', async () => {
      expect(await asks(await token('审改办'), identityOf(map))).toMatchObject({ role: 'REFORM_OFFICE' });
      expect(await asks(await token('openid 审改办 profile'), identityOf(map))).toMatchObject({ role: 'REFORM_OFFICE' });
    });
  });

  it('knows a token again by its letters and looks at it no longer than it holds', async () => {
    await asks(await provider.issue(REFORM)); // the keys are at hand
    const token = await provider.issue({ ...REFORM, exp: seconds(60) });
    const first = await asks(token);
    expect(await asks(token)).toBe(first); // the very same actor: nothing was verified anew
    await expect(asks(`${token.slice(0, -4)}AAAA`)).rejects.toThrow(Unauthenticated);
    await expect(identity.authenticate(`Basic ${token}`)).rejects.toThrow(Unauthenticated);
    ahead = 89_000;
    expect(await asks(token)).toBe(first);
    ahead = 91_000;
    await expect(asks(token)).rejects.toThrow(Unauthenticated);
  });

  it('looks at a known token anew once the provider has told its keys again', async () => {
    await asks(await provider.issue(REFORM));
    const token = await provider.issue({ ...REFORM, exp: seconds(86_400) });
    const first = await asks(token);
    ahead = 700_000;
    const again = await until(() => asks(token), (actor) => actor !== first);
    expect(again).toEqual(first);
  });

  describe('keys', () => {
    it('are asked for anew when a token names an unknown one, at most once in the cooldown', async () => {
      await asks(await provider.issue(REFORM));
      await provider.rotate();
      const rotated = await provider.issue(REFORM);
      await expect(asks(rotated)).rejects.toThrow(Unauthenticated); // too soon
      expect(fetches()).toBe(1);
      ahead = COOLDOWN;
      await Promise.all([1, 2, 3].map(async () => expect(await asks(rotated)).toMatchObject({ role: 'REFORM_OFFICE' })));
      expect(fetches()).toBe(2);
      for (let n = 0; n < 20; n += 1)
        await expect(asks(await provider.issue(REFORM, { header: { kid: `made-up-${n}` } }))).rejects.toThrow(Unauthenticated);
      expect(fetches()).toBe(2);
    });

    it('serve on while the provider is away, failing or without keys', async () => {
      const token = await provider.issue({ ...REFORM, exp: seconds(86_400) });
      await asks(token);
      for (const [step, mood] of (['failing', 'empty', 'of another issuer'] as const).entries()) {
        provider.mood = mood;
        const before = provider.requests.length;
        ahead = 700_000 * (step + 1);
        expect(await asks(token)).toMatchObject({ role: 'REFORM_OFFICE' });
        // It does look for newer ones; while the last look is under way, a token joins that one.
        await until(() => asks(token).then(() => provider.requests.length), (count) => count > before);
      }
      await provider.stop();
      ahead = 3_000_000;
      expect(await asks(token)).toMatchObject({ role: 'REFORM_OFFICE' });
    });

    it('that were withdrawn are good no longer once newer ones came', async () => {
      const token = await provider.issue({ ...REFORM, exp: seconds(86_400) });
      await asks(token);
      await provider.rotate();
      ahead = 700_000;
      await asks(token); // served by what is at hand, and the newer ones are on their way
      const refusal = await until(() => asks(token).then(() => null, (fault: unknown) => fault), (fault) => fault !== null);
      expect(refusal).toBeInstanceOf(Unauthenticated);
    });

    it('that were never had make tokens unjudgeable, not wrong, and the public is served all the same', async () => {
      provider.mood = 'failing';
      const token = await provider.issue(REFORM);
      await expect(asks(token)).rejects.toThrow(IdentityUnavailable);
      await expect(asks(token)).rejects.toThrow(IdentityUnavailable);
      expect(provider.requests).toHaveLength(1); // not once for each token
      expect(await identity.authenticate(undefined)).toEqual(ANONYMOUS);
      provider.mood = 'well';
      ahead = 2_000;
      expect(await asks(token)).toMatchObject({ role: 'REFORM_OFFICE' });
    });
  });
});
