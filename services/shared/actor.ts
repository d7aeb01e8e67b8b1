/** The hub's roles (design: 5-security). Each but PUBLIC, GOVERNMENT-wide ones and ADMIN is bound to a region, some to an agency. */
export const ROLES = [
  'PUBLIC',
  'AGENCY_EDITOR',
  'AGENCY_HEAD',
  'REFORM_OFFICE',
  'LEGAL_OFFICE',
  'FINANCE_BUREAU',
  'JOINT_REVIEWER',
  'GOVERNMENT',
  'GOVERNMENT_OFFICE',
  'SUPERVISION',
  'STAFFING_OFFICE',
  'SERVICE_CENTER',
  'REPORTING',
  'ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: established once at the gateway, carried signed to the subgraphs, written into every journal row. */
export interface Actor {
  /** Stable subject of the identity provider; `anonymous` for the public, `system:…` for the hub itself. */
  id: string;
  role: Role;
  /** Region the role is held for, its subtree included; null only for PUBLIC and ADMIN. */
  regionCode: string | null;
  /** Agency the role is held for, where it applies. */
  agencyCode: string | null;
}

export const ANONYMOUS: Actor = { id: 'anonymous', role: 'PUBLIC', regionCode: null, agencyCode: null };

/** The hub acting on its own behalf: seeding at first start. */
export const systemActor = (what: string): Actor => ({
  id: `system:${what}`,
  role: 'ADMIN',
  regionCode: null,
  agencyCode: null,
});

/** The hub itself: followers, seeds, the command line beside the data. No token gets such an id past the gateway. */
export const isSystem = (actor: Actor): boolean => actor.id.startsWith('system:');
