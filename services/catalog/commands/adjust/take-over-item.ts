import type { CatalogTx } from '../../context';
import type { ExceptionRecord } from '../../rules/adjustments/exception';
import { decideTakeOver, type HigherBody } from '../../rules/adjustments/take-over';
import type { PlacedPower } from '../../rules/identify-items';
import { adjusting, type AdjustInput } from './adjust';
import { exceptionDetails } from './exception-details';

export interface TakeOverItemInput extends AdjustInput {
  exception: ExceptionRecord;
  from: HigherBody;
  newItem: PlacedPower;
}

/** Takes a power that a higher body sends down onto the list (承接). */
export const takeOverItem = adjusting<TakeOverItemInput>({
  kind: 'TAKE_OVER',
  results: ({ newItem }) => [{ path: 'newItem', power: newItem }],
  details: ({ exception, from }) => ({ ...exceptionDetails(exception), ...from }),
  decide: async ({ exception, from }, given, tx) => decideTakeOver(given, from, await higherItem(tx, from.itemCode), exception),
});

const higherItem = async (tx: CatalogTx, code: string | null): Promise<{ regionCode: string } | null> =>
  code === null ? null : tx.powerItem.findUnique({ where: { code }, select: { regionCode: true } });
