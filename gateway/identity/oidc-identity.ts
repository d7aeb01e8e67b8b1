import type { Log } from '../log';
import { bearerToken, type Identity, IdentityUnavailable, Unauthenticated } from './caller-identity';
import { actorOf } from './claims';
import type { OidcConfig } from './oidc-config';
import { createProviderKeys } from './provider-keys';
import { type Proven, rememberedActors } from './remembered-actors';

/** Signatures that only the provider can make. With a shared secret, whoever has the public key could sign. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

export interface OidcIdentityOptions {
  log: Log;
  now?: () => number;
  cooldownMs?: number;
  maxAgeMs?: number;
}

/** Identity by tokens of an OpenID Connect provider. */
export function createOidcIdentity(config: OidcConfig, { log, now = Date.now, ...keyTimes }: OidcIdentityOptions): Identity {
  const { issuer, audience, clockSkewSeconds, mapping } = config;
  const keys = createProviderKeys({ issuer, jwks: config.jwks, log, now, ...keyTimes });
  const verify = async (authorization: string): Promise<Proven> => {
    const { jwtVerify } = await import('jose');
    const { payload } = await jwtVerify(bearerToken(authorization), keys.find, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      clockTolerance: clockSkewSeconds,
      currentDate: new Date(now()),
      requiredClaims: ['sub', 'exp'],
    }).catch((fault: unknown) => {
      if (fault instanceof IdentityUnavailable) throw fault;
      throw new Unauthenticated('bad token', { cause: fault });
    });
    return { actor: actorOf(payload, mapping), until: (payload.exp! + clockSkewSeconds) * 1000 };
  };
  return rememberedActors({ verify, keysInForce: () => keys.inForce(), now });
}
