import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDevelopmentIdentity, Unauthenticated } from '../../gateway/identity';
import { ANONYMOUS, type Actor } from '../../services/shared/actor';

const EDITOR: Actor = { id: 'zhang', role: 'AGENCY_EDITOR', regionCode: '140100', agencyCode: '140100013' };
const keyFile = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'identity-')), 'deeper', 'identity.key');

describe('the development identity', () => {
  const file = keyFile();
  const identity = createDevelopmentIdentity(file);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');

  const inAnHour = Math.floor(Date.now() / 1000) + 3600;
  const GOOD = { sub: 'x', role: 'ADMIN', iss: 'power-list-hub', aud: 'power-list-hub', exp: inAnHour };

  /** A token signed by hand: everything right but what is changed; a claim of `undefined` is left out. */
  function forge(claims: Record<string, unknown> = {}, { alg = 'HS256', hash = 'sha256', by = key }: { alg?: string; hash?: string; by?: Buffer } = {}): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg })}.${part({ ...GOOD, ...claims })}`;
    return `${signed}.${alg === 'none' ? '' : createHmac(hash, by).update(signed).digest('base64url')}`;
  }

  it('takes no header for the public', async () => {
    expect(await identity.authenticate(undefined)).toEqual(ANONYMOUS);
  });

  it('knows the actor it issued a token for', async () => {
    expect(await identity.authenticate(`Bearer ${await identity.issue(EDITOR, 60)}`)).toEqual(EDITOR);
    expect(await identity.authenticate(`bearer ${forge()}`)).toMatchObject({ id: 'x', role: 'ADMIN' });
  });

  it('keeps its key over restarts, readable by its owner alone', async () => {
    const issued = await identity.issue(EDITOR, 60);
    expect(await createDevelopmentIdentity(file).authenticate(`Bearer ${issued}`)).toEqual(EDITOR);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('refuses to start on a key that was cut short', () => {
    const short = keyFile();
    createDevelopmentIdentity(short);
    writeFileSync(short, 'c2hvcnQ');
    expect(() => createDevelopmentIdentity(short)).toThrow(short);
  });

  it('refuses tokens of another key, expired, of another issuer or audience, without subject, expiry or a role', async () => {
    const bad = [
      forge({}, { by: Buffer.alloc(32, 7) }),
      forge({}, { alg: 'HS512', hash: 'sha512' }),
      forge({}, { alg: 'none' }),
      forge({ exp: inAnHour - 7200 }),
      forge({ exp: undefined }),
      forge({ iss: 'someone' }),
      forge({ aud: 'something' }),
      forge({ sub: undefined }),
      forge({ role: 'KING' }),
      forge({ role: undefined }),
      `${forge().slice(0, -4)}AAAA`,
      'nonsense',
      '',
    ];
    for (const text of bad) await expect(identity.authenticate(`Bearer ${text}`)).rejects.toThrow(Unauthenticated);
    await expect(identity.authenticate('Basic eDp5')).rejects.toThrow(Unauthenticated);
  });
});
