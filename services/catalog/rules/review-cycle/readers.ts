import type { Actor } from '../../../shared/actor';
import { CATALOG_PERMISSIONS } from '../permissions';
import type { CycleState } from './cycle-state';

/** How much of a cycle somebody sees who may read it. */
export interface Reader {
  /** The one department whose part they see; null for all. */
  onlyAgency: string | null;
  /** They see what is not submitted yet: the department its own, the administrator everything. */
  seesUnsubmitted: boolean;
}

/** A department sees its own part of a cycle, as if there were no other; reviewers see what was submitted. */
export function readerOf({ role, agencyCode }: Pick<Actor, 'role' | 'agencyCode'>): Reader {
  const ofAgency = CATALOG_PERMISSIONS['read-cycle'][role] === 'AGENCY';
  return { onlyAgency: ofAgency ? (agencyCode ?? '') : null, seesUnsubmitted: ofAgency || role === 'ADMIN' };
}

/** The state as a reader sees it. */
export function visibleState(state: CycleState, { onlyAgency }: Reader): CycleState {
  if (onlyAgency === null) return state;
  return { ...state, departments: Object.fromEntries(Object.entries(state.departments).filter(([code]) => code === onlyAgency)) };
}
