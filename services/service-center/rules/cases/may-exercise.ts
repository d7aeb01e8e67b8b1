import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { ListedItem } from '../on-the-list';

/** Whether a body may exercise an item on a day (P5); stable codes. */
export const STANDINGS = {
  PERMITTED: '当日在列，由该机构行使',
  NOT_ON_LIST: '清单之外无职权：事项当日不在公布的清单上',
  SUSPENDED: '事项当日已暂停行使',
  OTHER_BODY: '事项当日由其他机构行使',
} as const;
export type Standing = keyof typeof STANDINGS;

const EXERCISED: ReadonlySet<string> = new Set(['LISTED', 'TIGHTENED']);

/** P5 清单之外无职权: what is not listed that day is not exercised, nor what is suspended, nor another body's item. */
export function standingOf(item: ListedItem | null, agencyCode: string): Standing {
  if (item === null) return 'NOT_ON_LIST';
  if (item.status === 'SUSPENDED') return 'SUSPENDED';
  if (!EXERCISED.has(item.status)) return 'NOT_ON_LIST';
  return item.agencyCode === agencyCode ? 'PERMITTED' : 'OTHER_BODY';
}

/** A case is opened only for what may be exercised that day. */
export function mayExercise(item: ListedItem | null, { itemCode, agencyCode }: { itemCode: string; agencyCode: string }): Outcome<ListedItem> {
  const standing = standingOf(item, agencyCode);
  if (item !== null && standing === 'PERMITTED') return accept(item);
  const path = standing === 'OTHER_BODY' ? 'agencyCode' : 'itemCode';
  return refuse(standing, 'P5', STANDINGS[standing], [{ path, value: path === 'agencyCode' ? agencyCode : itemCode }]);
}
