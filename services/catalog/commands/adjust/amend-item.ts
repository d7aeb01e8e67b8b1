import type { CatalogTx } from '../../context';
import { amendedFacts, amendedKey, decideAmend, type AmendedFacts } from '../../rules/adjustments/amend';
import { changedFields, type NamedItem } from '../../rules/adjustments/held-item';
import { adjusting, reference, type AdjustInput, type NamedInput } from './adjust';

export interface AmendItemInput extends AdjustInput {
  item: NamedInput;
  /** What is said differently; what is absent stays. */
  amended: AmendedFacts;
}

/** Restates an item (修改): what the list says about it from a day on. */
export const amendItem = adjusting<AmendItemInput>({
  kind: 'AMEND',
  items: ({ item }) => [reference(item, 'item', 'SUBJECT')],
  details: ({ amended }) => ({ amended: changedFields({}, { ...amended }).map(({ field }) => field) }),
  decide: async ({ amended }, given, tx) => decideAmend(given, amended, await keyHeldBy(tx, given.items[0]!, amended)),
});

/** Another item of the region that the new words would recognise. */
async function keyHeldBy(tx: CatalogTx, { held, code }: NamedItem, amended: AmendedFacts): Promise<string | null> {
  if (held === null) return null;
  const naturalKey = amendedKey(held, amendedFacts(held, amended));
  if (naturalKey === held.naturalKey) return null;
  const other = await tx.powerItem.findFirst({ where: { regionCode: held.regionCode, naturalKey, code: { not: code } }, select: { code: true } });
  return other?.code ?? null;
}
