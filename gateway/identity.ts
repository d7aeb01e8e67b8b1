import { ANONYMOUS } from '../services/shared/actor';
import { type Identity, Unauthenticated } from './identity/caller-identity';
import { createDevelopmentIdentity, type DevelopmentIdentity } from './identity/development-identity';
import type { OidcConfig } from './identity/oidc-config';
import { createOidcIdentity } from './identity/oidc-identity';
import type { Log } from './log';

export { type Identity, IdentityUnavailable, Unauthenticated } from './identity/caller-identity';
export { createDevelopmentIdentity, type DevelopmentIdentity } from './identity/development-identity';

/** The identity a hub goes by. */
export interface IdentityInForce {
  identity: Identity;
  /** What makes tokens for trial, where those are accepted. */
  development: DevelopmentIdentity | null;
  /** For the start-up line, Chinese. */
  said: string;
}

interface Where {
  /** The provider, when one is configured. */
  oidc: OidcConfig | null;
  /** The key file of the embedded mode, where a data directory belongs to one process; null elsewhere. */
  developmentKey: string | null;
  log: Log;
}

/** A configured provider decides alone; without one, the embedded mode has the development key; else there is only the public. */
export function identityInForce({ oidc, developmentKey, log }: Where): IdentityInForce {
  if (oidc) return { identity: createOidcIdentity(oidc, { log }), development: null, said: `身份：由 ${oidc.issuer} 签发的令牌（OIDC）` };
  if (developmentKey !== null) {
    const development = createDevelopmentIdentity(developmentKey);
    return { identity: development, development, said: '身份：开发密钥，仅供试用（令牌由 npm run token 签发；正式使用请设置 HUB_OIDC_ISSUER）' };
  }
  return { identity: ONLY_PUBLIC, development: null, said: '身份：未设置 HUB_OIDC_ISSUER，只接受匿名访问（开发密钥只在内嵌模式下有效）' };
}

const ONLY_PUBLIC: Identity = {
  known: (authorization) => (authorization === undefined ? ANONYMOUS : null),
  async authenticate(authorization) {
    if (authorization === undefined) return ANONYMOUS;
    throw new Unauthenticated('no identity provider is configured');
  },
};

/** Why no token can be made for trial, Chinese; null when it can. */
export function whyNoTrialToken({ oidc, isEmbedded }: { oidc: OidcConfig | null; isEmbedded: boolean }): string | null {
  if (oidc) return `已设置身份提供方 ${oidc.issuer}，枢纽不接受开发密钥签发的令牌；请向该提供方申请令牌`;
  if (!isEmbedded) return '已设置数据库地址，枢纽不在内嵌模式下运行，不接受开发密钥签发的令牌；请设置 HUB_OIDC_ISSUER 使用身份提供方';
  return null;
}
