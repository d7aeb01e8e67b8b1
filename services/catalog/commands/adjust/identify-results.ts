import type { CatalogTx } from '../../context';
import { identifyItems, type Identity, type KnownItem, type PlacedPower } from '../../rules/identify-items';
import { codeKey, naturalKey } from '../../rules/item-identity';
import type { LoadedList } from './load-list';

/** An item that a decision puts on the list, with its place in the input. */
export interface StatedResult {
  path: string;
  power: PlacedPower;
}

/** A result with the code it gets and the item it is a sub-item of. */
export interface IdentifiedResult extends StatedResult {
  identity: Identity;
  parentCode: string | null;
}

/** Gives results their codes, as an import would: one the region knows keeps its own. Two statements. */
export async function identifyResults(
  tx: CatalogTx,
  { regionCode, typeCodes }: LoadedList,
  results: readonly StatedResult[],
): Promise<IdentifiedResult[]> {
  if (results.length === 0) return [];
  const known = await tx.powerItem.findMany({ where: { regionCode }, select: { code: true, publishedCode: true, naturalKey: true } });
  const powers = results.map(({ power }) => power);
  const identities = identifyItems(powers, { known, taken: await codesTaken(tx, regionCode, powers), typeCodes });
  return results.map((result, i) => ({ ...result, identity: identities[i]!, parentCode: parentOf(result.power, known) }));
}

async function codesTaken(tx: CatalogTx, regionCode: string, powers: readonly PlacedPower[]): Promise<Set<string>> {
  const codes = powers.flatMap(({ publishedCode }) => (publishedCode === null ? [] : [codeKey(publishedCode)]));
  if (codes.length === 0) return new Set();
  const rows = await tx.powerItem.findMany({ where: { code: { in: codes }, regionCode: { not: regionCode } }, select: { code: true } });
  return new Set(rows.map(({ code }) => code));
}

/** A sub-item belongs to the item of the same words that has no sub-item. */
function parentOf(power: PlacedPower, known: readonly KnownItem[]): string | null {
  if (power.subItem === null) return null;
  const key = naturalKey(power.agencyCode, { ...power, subItem: null }, 1);
  return known.find((item) => item.naturalKey === key)?.code ?? null;
}
