import { ON_THE_LIST } from './on-the-list';
import type { ItemStatus } from './vocabulary';

/** What the check needs to know of an item on the day. */
export interface ExercisedItem {
  status: ItemStatus;
  agencyCode: string;
}

/** Why a body may or may not exercise an item; stable codes. */
export type ExerciseVerdict =
  | 'PERMITTED'
  | 'PERMITTED_UNDER_STRICT_CONTROL'
  | 'PERMITTED_AS_TRUSTEE'
  | 'NOT_ON_LIST'
  | 'OTHER_BODY'
  | 'SUSPENDED'
  | 'DELEGATED'
  | 'MERGED'
  | 'CANCELLED';

const BY_STATUS: Record<ItemStatus, ExerciseVerdict> = {
  DRAFT: 'NOT_ON_LIST',
  UNDER_REVIEW: 'NOT_ON_LIST',
  LISTED: 'PERMITTED',
  TIGHTENED: 'PERMITTED_UNDER_STRICT_CONTROL',
  SUSPENDED: 'SUSPENDED',
  DELEGATED: 'DELEGATED',
  MERGED: 'MERGED',
  CANCELLED: 'CANCELLED',
};

/**
 * P5 清单之外无职权: what is not on the published list that day may not be exercised by anybody, nor may another body's
 * item. P4: an entrusted (委托) power stays its department's, and its trustee exercises it in the department's name once
 * the handover is confirmed.
 */
export function exerciseCheck(item: ExercisedItem | null, agencyCode: string, trusteeCode: string | null = null): ExerciseVerdict {
  if (item === null) return 'NOT_ON_LIST';
  const verdict = BY_STATUS[item.status];
  if (!ON_THE_LIST.includes(item.status) || item.agencyCode === agencyCode) return verdict;
  if (trusteeCode !== agencyCode) return 'OTHER_BODY';
  return isPermitted(verdict) ? 'PERMITTED_AS_TRUSTEE' : verdict;
}

export const isPermitted = (verdict: ExerciseVerdict): boolean =>
  verdict === 'PERMITTED' || verdict === 'PERMITTED_UNDER_STRICT_CONTROL' || verdict === 'PERMITTED_AS_TRUSTEE';

/** What a counter shows for each verdict. */
export const VERDICT_TEXT: Record<ExerciseVerdict, string> = {
  PERMITTED: '该事项当日在列，由该机构行使',
  PERMITTED_UNDER_STRICT_CONTROL: '该事项当日在列，由该机构行使，但已列入严格管理',
  PERMITTED_AS_TRUSTEE: '该事项当日在列，该机构受委托，以委托机关的名义行使',
  NOT_ON_LIST: '该事项当日不在已公布的权力清单内，清单之外无职权',
  OTHER_BODY: '该事项当日在列，但由其他机构行使',
  SUSPENDED: '该事项当日已暂停行使',
  DELEGATED: '该事项已下放，不再由原机构行使',
  MERGED: '该事项已并入其他事项',
  CANCELLED: '该事项已取消',
};
