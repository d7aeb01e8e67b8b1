import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose' with { 'resolution-mode': 'import' };
import type { Log } from '../log';
import { IdentityUnavailable } from './caller-identity';

export interface ProviderKeysOptions {
  issuer: string;
  /** Where the keys are; null: where the provider's discovery document says. */
  jwks: string | null;
  log: Log;
  now?: () => number;
  /** The provider is asked for an unknown key, or for newer ones, at most this often. */
  cooldownMs?: number;
  /** Keys older than this are asked for again, so that a withdrawn one does not live on. */
  maxAgeMs?: number;
}

const FETCH_MS = 5_000;
/** Until there are keys at all, trying again is worth more. */
const FIRST_COOLDOWN_MS = 2_000;

/** A provider's keys as they are known. */
export interface ProviderKeys {
  find: JWTVerifyGetKey;
  /** What is known now, another object after each answer of the provider. Has newer keys asked for when these are old; nobody waits. */
  inForce(): object | null;
}

interface KnownKeys {
  find: JWTVerifyGetKey;
  /** When they were asked for. */
  at: number;
}

/**
 * The provider's signing keys. An unknown key id is looked for anew, so that rotation needs nobody; tokens with made-up
 * ids do not become requests to the provider. Keys that are known serve on while the provider is away.
 */
export function createProviderKeys({ issuer, jwks, log, now = Date.now, cooldownMs = 30_000, maxAgeMs = 600_000 }: ProviderKeysOptions): ProviderKeys {
  let known: KnownKeys | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    const at = (askedAt = now());
    try {
      const { createLocalJWKSet } = await import('jose');
      known = { find: createLocalJWKSet(await fetchKeys(issuer, jwks)), at };
    } catch (fault) {
      log.warn({ issuer, err: fault }, 'identity provider does not answer');
    }
  }
  /** One request for all who wait; nothing when it is too soon. */
  const askAgain = async (cooldown: number): Promise<void> => {
    if (asking === null && now() - askedAt < cooldown) return;
    asking ??= ask().finally(() => {
      asking = null;
    });
    await asking;
  };

  const inForce = (): KnownKeys | null => {
    if (known !== null && now() - known.at >= maxAgeMs) void askAgain(cooldownMs); // the keys at hand serve meanwhile
    return known;
  };
  const find: JWTVerifyGetKey = async (header, token) => {
    if (inForce() === null) await askAgain(Math.min(cooldownMs, FIRST_COOLDOWN_MS));
    if (known === null) throw new IdentityUnavailable(`no keys of ${issuer} yet`);
    try {
      return await known.find(header, token);
    } catch (fault) {
      if ((fault as { code?: string }).code !== 'ERR_JWKS_NO_MATCHING_KEY') throw fault;
      await askAgain(cooldownMs);
      return known.find(header, token);
    }
  };
  return { find, inForce };
}

async function fetchKeys(issuer: string, jwks: string | null): Promise<JSONWebKeySet> {
  const keys = (await fetchJson(jwks ?? (await discover(issuer)))) as Partial<JSONWebKeySet>;
  // No provider has no keys: an empty answer is a fault of its own, and must not put away good ones.
  if (!Array.isArray(keys.keys) || keys.keys.length === 0) throw new Error('the answer holds no keys');
  return keys as JSONWebKeySet;
}

/** OpenID Connect Discovery 1.0: the document must name the very issuer it was asked of. */
async function discover(issuer: string): Promise<string> {
  const found = (await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer) throw new Error('the discovery document is of another issuer');
  if (typeof found.jwks_uri !== 'string' || !isSafeAddress(found.jwks_uri)) throw new Error('the discovery document has no safe jwks_uri');
  return found.jwks_uri;
}

async function fetchJson(url: string): Promise<object> {
  const response = await fetch(url, { redirect: 'error', headers: { accept: 'application/json' }, signal: AbortSignal.timeout(FETCH_MS) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) throw new Error(`${url} answers no JSON object`);
  return body;
}

/** Keys that came over an open line prove nothing; only this machine itself may do without TLS. */
export function isSafeAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}
