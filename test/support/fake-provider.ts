import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CryptoKey, JWK, JWTPayload } from 'jose' with { 'resolution-mode': 'import' };

/** An identity provider on this machine, with discovery and keys. */
export interface FakeProvider {
  readonly issuer: string;
  /** Every request that arrived, by path. */
  readonly requests: string[];
  /** The public key now in use. */
  publicJwk(): JWK;
  /** A token with these claims beside `iss`, `aud`, `sub`, `iat`, `exp`; a claim of `undefined` is left out. */
  issue(claims?: JWTPayload, options?: { header?: Record<string, unknown> }): Promise<string>;
  /** Signs with a new key from now on; `keep` still publishes the one before. */
  rotate(options?: { keep: boolean }): Promise<void>;
  /** What it answers; may be changed between requests. */
  mood: 'well' | 'failing' | 'empty' | 'of another issuer';
  stop(): Promise<void>;
}

export const AUDIENCE = 'power-list-hub';
interface Key {
  kid: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

async function makeKey(serial: number): Promise<Key> {
  const { exportJWK, generateKeyPair } = await import('jose');
  const kid = `key-${serial}`;
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } };
}

export async function fakeProvider(): Promise<FakeProvider> {
  const keys = [await makeKey(1)];
  let serial = 1;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const send = (status: number, body: object): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (provider.mood === 'failing') return send(503, {});
    if (request.url === '/.well-known/openid-configuration')
      return send(200, { issuer: provider.mood === 'of another issuer' ? 'https://elsewhere.example' : provider.issuer, jwks_uri: `${provider.issuer}/keys` });
    if (request.url === '/keys') return send(200, { keys: provider.mood === 'empty' ? [] : keys.map(({ jwk }) => jwk) });
    send(404, {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: FakeProvider = {
    issuer,
    requests,
    mood: 'well',
    publicJwk: () => keys.at(-1)!.jwk,
    async issue(claims = {}, { header = {} } = {}) {
      const { SignJWT } = await import('jose');
      const { kid, privateKey } = keys.at(-1)!;
      const now = Math.floor(Date.now() / 1000);
      const payload = { iss: issuer, aud: AUDIENCE, sub: 'zhang', iat: now, exp: now + 600, ...claims };
      return new SignJWT(JSON.parse(JSON.stringify(payload)) as JWTPayload).setProtectedHeader({ alg: 'ES256', kid, ...header }).sign(privateKey);
    },
    async rotate({ keep } = { keep: false }) {
      const key = await makeKey((serial += 1));
      if (!keep) keys.length = 0;
      keys.push(key);
    },
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return provider;
}
