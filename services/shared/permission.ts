import type { Actor, Role } from './actor';
import { Rejected } from './errors';

/** How far a grant reaches: anywhere, the actor's region with everything below it, or the actor's own agency. */
export type Scope = 'ANY' | 'REGION' | 'AGENCY';

/** One row of the table action → roles and scope, the single source of checks, directives and permission tests. */
export type Permissions<Action extends string> = Readonly<Record<Action, Partial<Record<Role, Scope>>>>;

/** What an action touches. */
export interface Target {
  regionCode?: string | null;
  agencyCode?: string | null;
}

/** GB/T 2260 codes nest by digit pairs: `140100` holds `140105`; `140000` holds both. Zones (`1401Z1`) sit under their city. */
export const regionHolds = (holder: string, held: string): boolean =>
  holder === held || held.startsWith(holder.replace(/(00)+$/, ''));

export function allows<Action extends string>(
  table: Permissions<Action>,
  action: Action,
  actor: Actor,
  target: Target,
): boolean {
  const scope = table[action][actor.role];
  if (scope === undefined) return false;
  if (scope === 'ANY') return true;
  const inRegion =
    actor.regionCode !== null && typeof target.regionCode === 'string' && regionHolds(actor.regionCode, target.regionCode);
  if (scope === 'REGION') return inRegion;
  return inRegion && actor.agencyCode !== null && actor.agencyCode === target.agencyCode;
}

/** Throws the rejection a caller without the grant gets; the message tells nothing about what exists. */
export function authorise<Action extends string>(
  table: Permissions<Action>,
  action: Action,
  actor: Actor,
  target: Target,
): void {
  if (allows(table, action, actor, target)) return;
  if (actor.role === 'PUBLIC') throw new Rejected('UNAUTHENTICATED', '请先登录');
  throw new Rejected('FORBIDDEN', '当前身份无权执行此操作');
}
