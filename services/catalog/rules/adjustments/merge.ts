import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { extendLineage } from '../lineage';
import { change, ended, enter, inheritedConditions, listing, NO_EFFECTS, type Effects, type Given } from './effects';

/**
 * P14 合并: similar items become one, a new item or one of the list that takes the others in. The sources cease; whoever
 * asks for one of them is led to the result (P7).
 */
export function decideMerge(given: Given): Outcome<Effects> {
  const named = given.items.filter(({ part }) => part === 'RESULT').length + given.results.length;
  if (named !== 1)
    return refuse('NOT_ONE_RESULT', 'P14', '合并须有且只有一个结果：并入现有事项，或并为新事项', [{ path: 'into', value: String(named) }]);
  if (given.items.length < 2) return refuse('TOO_FEW_SOURCES', 'P14', '合并至少涉及两个事项', [{ path: 'items', value: String(given.items.length) }]);
  const entered = enter('MERGE', given);
  if (!entered.ok) return entered;
  const { items, results } = entered.value;
  const alike = sameCategory([...items.map(({ path, facts }) => ({ path, ...facts })), ...results.map(({ path, power }) => ({ path, ...power }))]);
  if (!alike.ok) return alike;

  const sources = items.filter(({ part }) => part === 'SOURCE');
  const takingIn = items.filter(({ part }) => part === 'RESULT');
  const into = takingIn[0]?.facts.code ?? results[0]!.code;
  const lineage = extendLineage(given.lineage, sources.map(({ facts }) => ({ from: facts.code, to: into, kind: 'MERGED' as const })));
  if (!lineage.ok) return lineage;
  const conditions = inheritedConditions(items);
  return accept({
    ...NO_EFFECTS,
    changes: [
      ...sources.map((item) => ended('MERGE', item)),
      ...takingIn.map((item) => ({
        ...change('MERGE', item, { status: conditions === null ? 'LISTED' : 'TIGHTENED', conditions }),
        event: 'ItemChanged',
      })),
    ],
    listings: results.map((item) => listing('MERGE', item, conditions)),
    lineage: lineage.value,
  });
}

/** P14: only items of one kind are similar. */
export function sameCategory(items: readonly { path: string; category: string }[]): Outcome<true> {
  const odd = items.find(({ category }) => category !== items[0]!.category);
  if (!odd) return accept(true);
  return refuse('ITEMS_OF_DIFFERENT_CATEGORIES', 'P14', '不同类别的事项不能合并或拆分', [
    { path: `${items[0]!.path}.category`, value: items[0]!.category },
    { path: `${odd.path}.category`, value: odd.category },
  ]);
}
