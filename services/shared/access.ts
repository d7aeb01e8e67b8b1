import { type Role, ROLES } from './actor';
import type { Permissions } from './permission';

/**
 * Who a field of the API is for: everyone, or the callers that an action of the permission table is granted to; of
 * several actions, those of any. How far a grant reaches (region, agency) is for the service to judge.
 */
export type FieldAccess<Action extends string> = 'PUBLIC' | Action | readonly Action[];

/** Type → field → who it is for. Every root field has its line, and every other field that is not simply part of its type. */
export type Access<Action extends string> = Readonly<Record<string, Readonly<Record<string, FieldAccess<Action>>>>>;

/** The actions a field needs one of; null for a public one. */
export const actionsOf = <Action extends string>(access: FieldAccess<Action>): readonly Action[] | null =>
  access === 'PUBLIC' ? null : typeof access === 'string' ? [access] : access;

/** The roles with any grant for one of the actions, in the order of `ROLES`. */
export const rolesWith = <Action extends string>(permissions: Permissions<Action>, actions: readonly Action[]): Role[] =>
  ROLES.filter((role) => actions.some((action) => permissions[action][role] !== undefined));
