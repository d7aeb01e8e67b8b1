import { accept } from '../../../shared/outcome';
import type { CatalogTx } from '../../context';
import { decideHandover, pendingOf, receivedPower, regionOf } from '../../rules/adjustments/confirm-handover';
import type { HeldDelegation } from '../../rules/adjustments/held-item';
import { reference, type AdjustCommand, type NamedInput } from './adjust';
import type { StatedResult } from './identify-results';
import { loadHeldItems } from './load-items';
import { loadList } from './load-list';
import { prepare } from './prepare';
import { recordEffects } from './record-effects';
import { insertParts } from './write-adjustment';

export interface ConfirmHandoverInput {
  regionCode: string;
  item: NamedInput;
  /** First day the receiving body acts. */
  handedOverOn: string;
}

/**
 * Confirms the handover of a delegated power (P14 下放): the second step of the delegation's own adjustment, which gains
 * the receiving body's item as its result where the power was authorised.
 */
export const confirmHandover: AdjustCommand<ConfirmHandoverInput> = {
  action: 'confirm-handover',
  target: ({ regionCode }) => ({ regionCode }),
  async handle({ regionCode, item, handedOverOn }, { tx }) {
    const held = (await loadHeldItems(tx, [item.code])).get(item.code) ?? null;
    const pending = pendingOf(held);
    const received: StatedResult[] =
      held && pending?.form === 'AUTHORISE' ? [{ path: 'received', power: receivedPower(held, pending) }] : [];
    const resultList = await loadList(tx, pending === null ? regionCode : regionOf(pending));
    const items = [reference(item, 'item', 'SUBJECT')];
    const { given, results } = await prepare(tx, { regionCode, effectiveOn: handedOverOn, items, results: received, resultList });
    const { categories, fixed } = resultList;
    const effects = decideHandover(given, { regionCode: resultList.regionCode, categories, fixed });
    if (!effects.ok) return effects;

    const delegation = pending!;
    const resultCode = effects.value.listings[0]?.item.code ?? null;
    await markHandedOver(tx, delegation, handedOverOn, resultCode);
    const { form, toAgencyCode, toBodyName, adjustmentId } = delegation;
    const entries = await recordEffects(tx, effects.value, results, {
      adjustmentId,
      effectiveOn: handedOverOn,
      regionCode,
      resultRegionCode: resultList.regionCode,
      aside: { delegation: { code: item.code, form, toAgencyCode, toBodyName, handedOverOn, resultCode } },
    });
    return accept({ value: { adjustmentId }, entries });
  },
};

async function markHandedOver(tx: CatalogTx, { id, adjustmentId }: HeldDelegation, on: string, resultCode: string | null): Promise<void> {
  await tx.delegation.update({ where: { id: BigInt(id) }, data: { handedOverOn: new Date(`${on}T00:00:00Z`), resultCode } });
  if (resultCode !== null) await insertParts(tx, adjustmentId, [{ code: resultCode, part: 'RESULT' }]);
}
