import { dayInChina } from '../../../shared/day';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { CycleState } from './cycle-state';
import { STAGES, type CycleStage } from './stages';
import { lateDuties } from './windows';

/** What the supervision bureau opens against a department (P12). */
export const ACCOUNTABILITY_KINDS = {
  INTERVIEW: '约谈',
  ACCOUNTABILITY: '问责',
} as const;
export type AccountabilityKind = keyof typeof ACCOUNTABILITY_KINDS;

/** A record as it stands. */
export interface AccountabilityState {
  openedOn: string;
  heldOn: string | null;
  outcome: string | null;
}

/**
 * P12: a department that misses a window is listed for interview; one that does not carry the published list out is held
 * accountable, and so may one that is late be.
 */
export function mayOpenAccountability(
  state: CycleState,
  { agencyCode, stage, kind, reason }: { agencyCode: string; stage: CycleStage; kind: AccountabilityKind; reason: string },
  now: string,
): Outcome<null> {
  if (!(agencyCode in state.departments)) return refuse('AGENCY_NOT_IN_CYCLE', 'P11', '该机构未参加本次清单编制', [{ path: 'agencyCode', value: agencyCode }]);
  if (reason.trim() === '') return refuse('TEXT_MISSING', 'P12', '须写明事由', [{ path: 'reason', value: '' }]);
  const late = lateDuties(state, now).some((duty) => duty.agencyCode === agencyCode && duty.stage === stage);
  if (late || (kind === 'ACCOUNTABILITY' && state.stage === 'PUBLISHED')) return accept(null);
  return refuse('NOT_LATE', 'P12', `该机构未逾“${STAGES[stage]}”的时限`, [
    { path: 'agencyCode', value: agencyCode },
    { path: 'stage', value: stage },
  ]);
}

/** An interview is held once, not before it was opened and not in the future. */
export function mayHold({ openedOn, heldOn }: AccountabilityState, on: string, now: string): Outcome<null> {
  if (heldOn !== null) return refuse('ALREADY_HELD', 'P12', `已于 ${heldOn} 进行`, [{ path: 'heldOn', value: heldOn }]);
  if (on < openedOn || on > dayInChina(new Date(now))) return refuse('DATE_OUT_OF_RANGE', 'P12', `日期应在 ${openedOn} 与今日之间`, [{ path: 'heldOn', value: on }]);
  return accept(null);
}

/** An outcome follows what was held, and stays as it was given. */
export function mayConclude({ heldOn, outcome }: AccountabilityState, text: string): Outcome<null> {
  if (heldOn === null) return refuse('NOT_HELD_YET', 'P12', '尚未进行约谈或问责，不能登记结果');
  if (outcome !== null) return refuse('ALREADY_CONCLUDED', 'P12', '已登记结果', [{ path: 'outcome', value: outcome }]);
  if (text.trim() === '') return refuse('TEXT_MISSING', 'P12', '须写明结果', [{ path: 'outcome', value: '' }]);
  return accept(null);
}
