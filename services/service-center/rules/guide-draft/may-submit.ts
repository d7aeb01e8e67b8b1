import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { isOnTheList, type ListedItem } from '../on-the-list';

/** P5, P2: a draft is for an item on the list, by the body that implements it. What else is wrong with it is the review's to say. */
export function maySubmit(agencyCode: string, itemCode: string, item: ListedItem | null): Outcome<true> {
  if (item === null || !isOnTheList(item))
    return refuse('NOT_ON_LIST', 'P5', '清单之外无职权：事项不在公布的清单上，不能报送办事指南', [{ path: 'itemCode', value: itemCode }]);
  if (item.agencyCode !== agencyCode)
    return refuse('NOT_THE_IMPLEMENTING_BODY', 'P2', '只能为本单位实施的事项报送办事指南', [{ path: 'agencyCode', value: agencyCode }]);
  return accept(true);
}
