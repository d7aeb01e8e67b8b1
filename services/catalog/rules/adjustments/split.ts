import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { extendLineage } from '../lineage';
import { ended, enter, listing, NO_EFFECTS, type Effects, type Given } from './effects';
import { recordedException, type ExceptionRecord } from './exception';
import { sameCategory } from './merge';

/**
 * Domain §4 拆分: one item becomes several, as a recorded exception, since the list grows by it (P6). The source leaves
 * the list as CANCELLED (MERGED would say that it went into one); its lineage says what it lives on in (P7).
 */
export function decideSplit(given: Given, exception: ExceptionRecord): Outcome<Effects> {
  const recorded = recordedException(exception, false);
  if (!recorded.ok) return recorded;
  if (given.results.length < 2) return refuse('TOO_FEW_RESULTS', 'P14', '拆分至少产生两个事项', [{ path: 'results', value: String(given.results.length) }]);
  const entered = enter('SPLIT', given);
  if (!entered.ok) return entered;
  const { items, results } = entered.value;
  const alike = sameCategory([...items.map(({ path, facts }) => ({ path, ...facts })), ...results.map(({ path, power }) => ({ path, ...power }))]);
  if (!alike.ok) return alike;
  const source = items[0]!;
  const lineage = extendLineage(given.lineage, results.map(({ code }) => ({ from: source.facts.code, to: code, kind: 'SPLIT' as const })));
  if (!lineage.ok) return lineage;
  return accept({
    ...NO_EFFECTS,
    changes: [ended('SPLIT', source)],
    listings: results.map((item) => listing('SPLIT', item, source.conditions)),
    lineage: lineage.value,
  });
}
