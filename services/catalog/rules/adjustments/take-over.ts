import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { regionHolds } from '../../../shared/permission';
import { extendLineage } from '../lineage';
import { enter, listing, NO_EFFECTS, type Effects, type Given } from './effects';
import { recordedException, type ExceptionRecord } from './exception';
import { isBlank } from './grounds';

/** How a power came down (domain §1, source of power). */
export const TAKE_OVER_SOURCES = { DEVOLVED: '上级下放', AUTHORISED: '上级授权', ENTRUSTED: '上级委托' } as const;
export type TakeOverSource = keyof typeof TAKE_OVER_SOURCES;

/** The body above that gives the power, and its item where the hub holds that list. */
export interface HigherBody {
  bodyName: string;
  itemCode: string | null;
  source: TakeOverSource;
}

/** Domain §4 承接: a power that a higher body sends down is taken onto the list, as a recorded exception (P6). */
export function decideTakeOver(
  given: Given,
  from: HigherBody,
  higherItem: { regionCode: string } | null,
  exception: ExceptionRecord,
): Outcome<Effects> {
  const recorded = recordedException(exception, false);
  if (!recorded.ok) return recorded;
  if (isBlank(from.bodyName)) return refuse('MISSING_HIGHER_BODY', 'P14', '承接须载明下放机关', [{ path: 'from.bodyName', value: null }]);
  const { itemCode } = from;
  if (itemCode !== null) {
    if (higherItem === null) return refuse('UNKNOWN_ITEM', 'P5', `没有编码为 ${itemCode} 的事项`, [{ path: 'from.itemCode', value: itemCode }]);
    if (higherItem.regionCode === given.regionCode || !regionHolds(higherItem.regionCode, given.regionCode))
      return refuse('NOT_FROM_ABOVE', 'P14', '承接的事项应来自上级清单', [
        { path: 'from.itemCode', value: itemCode },
        { path: 'regionCode', value: higherItem.regionCode },
      ]);
  }
  const entered = enter('TAKE_OVER', given);
  if (!entered.ok) return entered;
  const { results } = entered.value;
  const lineage = extendLineage(
    given.lineage,
    itemCode === null ? [] : results.map(({ code }) => ({ from: itemCode, to: code, kind: 'TAKEN_OVER' as const })),
  );
  if (!lineage.ok) return lineage;
  return accept({ ...NO_EFFECTS, listings: results.map((item) => listing('TAKE_OVER', item)), lineage: lineage.value });
}
