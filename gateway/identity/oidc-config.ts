import { z } from 'zod';
import { type Role, ROLES } from '../../services/shared/actor';
import { ConfigError } from '../config-error';
import type { ClaimMapping } from './claims';
import { isSafeAddress } from './provider-keys';

/** Whose tokens are accepted, and how they are read. */
export interface OidcConfig {
  issuer: string;
  audience: string;
  /** Where the provider's keys are; null: where its discovery document says. */
  jwks: string | null;
  clockSkewSeconds: number;
  mapping: ClaimMapping;
}

const address = z.string().refine(isSafeAddress, '应为 https 网址（本机可用 http），例如 https://id.example.gov.cn/realms/hub');
const claim = z.string().regex(/^[^.\s](?:.*[^.\s])?$/, '应为声明的路径，各级以点相连，例如 realm_access.roles');
const SKEW = '应为 0 到 300 之间的整数';

/** The part of the environment that is about identity. */
export const OIDC_ENVIRONMENT = {
  HUB_OIDC_ISSUER: address.optional(),
  HUB_OIDC_AUDIENCE: z.string().optional(),
  HUB_OIDC_JWKS: address.optional(),
  HUB_OIDC_ROLE_CLAIM: claim.optional(),
  HUB_OIDC_REGION_CLAIM: claim.optional(),
  HUB_OIDC_AGENCY_CLAIM: claim.optional(),
  HUB_OIDC_ROLE_MAP: z.string().optional(),
  HUB_OIDC_CLOCK_SKEW_SECONDS: z.coerce.number({ error: SKEW }).int(SKEW).min(0, SKEW).max(300, SKEW).optional(),
};
type OidcEnvironment = { [Name in keyof typeof OIDC_ENVIRONMENT]?: z.infer<(typeof OIDC_ENVIRONMENT)[Name]> };

/** Null when no issuer is set. Any other of its variables without an issuer is a mistake, not a wish for the development key. */
export function oidcConfig(found: OidcEnvironment): OidcConfig | null {
  const issuer = found.HUB_OIDC_ISSUER;
  if (issuer === undefined) {
    const others = (Object.keys(OIDC_ENVIRONMENT) as (keyof OidcEnvironment)[]).filter((name) => found[name] !== undefined);
    if (others.length > 0) throw new ConfigError(others.map((name) => `${name}：须与 HUB_OIDC_ISSUER 一起设置`));
    return null;
  }
  if (found.HUB_OIDC_AUDIENCE === undefined) throw new ConfigError(['HUB_OIDC_AUDIENCE：未设置。应为身份提供方给本系统的受众（aud）']);
  return {
    issuer,
    audience: found.HUB_OIDC_AUDIENCE,
    jwks: found.HUB_OIDC_JWKS ?? null,
    clockSkewSeconds: found.HUB_OIDC_CLOCK_SKEW_SECONDS ?? 30,
    mapping: {
      roleClaim: found.HUB_OIDC_ROLE_CLAIM ?? 'roles',
      regionClaim: found.HUB_OIDC_REGION_CLAIM ?? 'region',
      agencyClaim: found.HUB_OIDC_AGENCY_CLAIM ?? 'agency',
      roles: found.HUB_OIDC_ROLE_MAP === undefined ? OWN_NAMES : readRoleMap(found.HUB_OIDC_ROLE_MAP),
    },
  };
}

/** Roles a token can give. The public needs no token. */
const GIVEN: readonly Role[] = ROLES.filter((role) => role !== 'PUBLIC');
/** Without a map the provider uses the hub's own names; who has several gets the first in the order of `ROLES`. */
const OWN_NAMES: ClaimMapping['roles'] = GIVEN.map((role) => [role, role]);

/** `审改办=REFORM_OFFICE,编办=STAFFING_OFFICE`, or a JSON object for names that hold commas. */
function readRoleMap(text: string): ClaimMapping['roles'] {
  const pairs = text.trim().startsWith('{') ? jsonPairs(text) : text.split(',').map(toPair);
  return pairs.map(([name, role]) => {
    const known = GIVEN.find((each) => each === role);
    if (name === '' || known === undefined)
      throw new ConfigError([`HUB_OIDC_ROLE_MAP：应写作 提供方的角色名=枢纽的角色，以逗号分隔；有误的一项是“${name}=${role}”。枢纽的角色：${GIVEN.join('、')}`]);
    return [name, known] as const;
  });
}

function toPair(text: string): [string, string] {
  const at = text.lastIndexOf('=');
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function jsonPairs(text: string): [string, string][] {
  const read = z.record(z.string(), z.string()).safeParse(parseJson(text));
  if (!read.success) throw new ConfigError(['HUB_OIDC_ROLE_MAP：不是有效的 JSON 对象，应为 {"提供方的角色名": "枢纽的角色"}']);
  return Object.entries(read.data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // what it is instead does not matter
  }
}
