import type { Actor, Role } from '../../services/shared/actor';
import { Unauthenticated } from './caller-identity';
import { unfitPlace } from './role-needs';

/** Where a provider's tokens say what the hub needs to know. */
export interface ClaimMapping {
  /** Dotted paths, e.g. `realm_access.roles`. */
  roleClaim: string;
  regionClaim: string;
  agencyClaim: string;
  /** The provider's role names and ours. The order decides who has several: the first that a token names is theirs. */
  roles: readonly (readonly [name: string, role: Role])[];
}

type Claims = Readonly<Record<string, unknown>>;

/** The actor a verified token speaks of. Throws `Unauthenticated` when it does not say enough, or says something odd. */
export function actorOf(claims: Claims, mapping: ClaimMapping): Actor {
  const id = claims.sub;
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_SUBJECT) throw new Unauthenticated('token without subject');
  if (RESERVED_SUBJECT.test(id)) throw new Unauthenticated('token with a subject of the hub’s own');
  const names = new Set(namesIn(claimAt(claims, mapping.roleClaim)));
  const role = mapping.roles.find(([name]) => names.has(name))?.[1];
  if (role === undefined) throw new Unauthenticated('token without a role of the hub');
  const regionCode = codeIn(claimAt(claims, mapping.regionClaim));
  const agencyCode = codeIn(claimAt(claims, mapping.agencyClaim));
  const unfit = unfitPlace({ role, regionCode, agencyCode });
  if (unfit !== null) throw new Unauthenticated(unfit);
  return { id, role, regionCode, agencyCode };
}

const LONGEST_SUBJECT = 255;
/** Ids that mean the public and the hub itself in the journal. */
const RESERVED_SUBJECT = /^(?:anonymous$|system:)/;

/** What stands at a dotted path. A name may hold dots itself (`https://hub.example/roles`): whole names go first. */
export function claimAt(claims: unknown, path: string): unknown {
  if (typeof claims !== 'object' || claims === null) return undefined;
  if (Object.hasOwn(claims, path)) return (claims as Claims)[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    const found = Object.hasOwn(claims, head) ? claimAt((claims as Claims)[head], path.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Role names: a list, one name, or names separated by spaces as `scope` has them. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split(/\s+/)];
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

/** One code. Of several, none can be the caller's. */
function codeIn(value: unknown): string | null {
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (one === undefined || one === null || one === '') return null;
  if (typeof one === 'string') return one;
  if (typeof one === 'number' && Number.isSafeInteger(one)) return String(one);
  throw new Unauthenticated('region or agency is not one code');
}
