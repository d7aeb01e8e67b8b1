import type { CatalogTx } from '../../context';
import type { Given } from '../../rules/adjustments/effects';
import { identifyResults, type IdentifiedResult, type StatedResult } from './identify-results';
import { loadHeldItems, loadNamedItems, type ItemReference } from './load-items';
import { loadLineage, loadList, type LoadedList } from './load-list';

/** What a decision is about, as its input says. */
export interface Subject {
  regionCode: string;
  effectiveOn: string;
  items: readonly ItemReference[];
  results: readonly StatedResult[];
  /** The list that the results go on, when that is another region's. */
  resultList?: LoadedList;
}

/** Loads what a rule decides on: a fixed number of statements, whatever the number of items. */
export async function prepare(tx: CatalogTx, subject: Subject): Promise<{ given: Given; results: IdentifiedResult[] }> {
  const list = await loadList(tx, subject.regionCode);
  const results = await identifyResults(tx, subject.resultList ?? list, subject.results);
  const known = results.flatMap(({ identity }) => (identity.known ? [identity.code] : []));
  const held = await loadHeldItems(tx, [...new Set([...subject.items.map(({ code }) => code), ...known])]);
  const into = subject.items.filter(({ part }) => part === 'RESULT').map(({ code }) => code);
  const { regionCode, categories, fixed } = list;
  return {
    results,
    given: {
      regionCode,
      categories,
      fixed,
      effectiveOn: subject.effectiveOn,
      items: await loadNamedItems(tx, subject.items, held),
      results: results.map(({ path, power, identity }) => ({ path, power, code: identity.code, held: held.get(identity.code) ?? null })),
      lineage: await loadLineage(tx, [...into, ...known]),
    },
  };
}
