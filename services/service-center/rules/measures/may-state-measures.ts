import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { isOnTheList, type ListedItem } from '../on-the-list';
import type { Measure } from './measure-terms';

/** An office that a measure names. */
export interface NamedOffice {
  id: string;
  agencyCode: string;
  closedOn: string | null;
}

export interface MeasureStatement {
  agencyCode: string;
  itemCode: string;
  effectiveOn: string;
  measures: readonly Measure[];
}

/** P16: each agency states the measures of its own items (P2), on the list that day (P5), by offices that are its own and open. */
export function mayStateMeasures(
  { agencyCode, itemCode, effectiveOn, measures }: MeasureStatement,
  item: ListedItem | null,
  offices: ReadonlyMap<string, NamedOffice>,
  today: string,
): Outcome<true> {
  if (effectiveOn < today) return refuse('EFFECTIVE_IN_THE_PAST', null, '生效日期不能早于今天', [{ path: 'effectiveOn', value: effectiveOn }]);
  if (item === null || !isOnTheList(item)) return refuse('NOT_ON_LIST', 'P5', '清单之外无职权：事项不在公布的清单上', [{ path: 'itemCode', value: itemCode }]);
  if (item.agencyCode !== agencyCode) return refuse('NOT_THE_IMPLEMENTING_BODY', 'P2', '只能为本单位实施的事项制定监管措施', [{ path: 'agencyCode', value: agencyCode }]);
  for (const [i, { officeId }] of measures.entries()) {
    const office = offices.get(officeId);
    const wrong = (code: string, message: string) => refuse(code, 'P16', message, [{ path: `measures.${i}.officeId`, value: officeId }]);
    if (office === undefined) return wrong('OFFICE_UNKNOWN', '没有此内设机构');
    if (office.agencyCode !== agencyCode) return wrong('OFFICE_OF_ANOTHER_BODY', '监管责任科室应为本单位的内设机构');
    if (office.closedOn !== null && office.closedOn <= effectiveOn) return wrong('OFFICE_CLOSED', '监管责任科室已撤销');
  }
  return accept(true);
}
