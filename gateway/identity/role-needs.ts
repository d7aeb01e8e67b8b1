import type { Role } from '../../services/shared/actor';
import { regionHolds } from '../../services/shared/permission';

/** Roles that mean something without a place. */
const EVERYWHERE: ReadonlySet<Role> = new Set<Role>(['PUBLIC', 'ADMIN']);
const OF_AN_AGENCY: ReadonlySet<Role> = new Set<Role>(['AGENCY_EDITOR', 'AGENCY_HEAD']);

/** GB/T 2260, or the hub's code of a zone. The shape matters: an empty or an all-zero code would hold every region. */
const REGION = /^[1-9]\d(?:\d{4}|\d{2}Z[0-9A-Z])$/;
const AGENCY = /^[1-9]\d(?:\d{4}|\d{2}Z[0-9A-Z])\d{3}$/;

export interface RolePlace {
  role: Role;
  regionCode: string | null;
  agencyCode: string | null;
}

export type UnfitPlace =
  | 'malformed region'
  | 'malformed agency'
  | 'regional role without a region'
  | 'agency role without an agency'
  | 'agency of another region';

/** What keeps a role from being held there, null when nothing does. */
export function unfitPlace({ role, regionCode, agencyCode }: RolePlace): UnfitPlace | null {
  if (regionCode !== null && !REGION.test(regionCode)) return 'malformed region';
  if (agencyCode !== null && !AGENCY.test(agencyCode)) return 'malformed agency';
  if (regionCode === null && !EVERYWHERE.has(role)) return 'regional role without a region';
  if (agencyCode === null && OF_AN_AGENCY.has(role)) return 'agency role without an agency';
  if (agencyCode !== null && regionCode !== null && !regionHolds(regionCode, agencyCode.slice(0, 6))) return 'agency of another region';
  return null;
}
