import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { naturalKey } from '../item-identity';
import { change, enter, NO_EFFECTS, type Effects, type Given } from './effects';
import { isBlank } from './grounds';
import { changedFields, type HeldItem, type StatedFacts } from './held-item';
import { toPower } from './new-item';

/** What may be said differently about an item. Category and body make it the item it is: to change those is another kind. */
export type AmendedFacts = Partial<Omit<StatedFacts, 'code' | 'publishedCode' | 'parentCode' | 'category' | 'agencyCode' | 'bodyName'>>;

/** The item as it will be stated. */
export const amendedFacts = (held: HeldItem, amended: AmendedFacts): StatedFacts => ({
  ...held.facts,
  ...Object.fromEntries(Object.entries(amended).filter(([, value]) => value !== undefined)),
});

/**
 * What will recognise it in the next import: its code where it has one, else its new words. A list that prints no level
 * goes on printing none, whatever level the item was given for it (P2).
 */
export function amendedKey(held: HeldItem, facts: StatedFacts): string {
  const words = ({ name, subItem }: StatedFacts): string => JSON.stringify([name, subItem]);
  const levels = (stated: StatedFacts): string => [...stated.levels].toSorted().join('+');
  const sameLevels = levels(held.facts) === levels(facts);
  if (held.naturalKey.startsWith('code|') || (words(held.facts) === words(facts) && sameLevels)) return held.naturalKey;
  const printedLevels = held.naturalKey.split('|').at(-2)!;
  const stem = naturalKey(facts.agencyCode, toPower(facts), 1).split('|').slice(0, -2);
  return [...stem, sameLevels ? printedLevels : levels(facts), 1].join('|');
}

/** Domain §4 修改: the reviewers restate an item; its state, code and history stay. `keyHeldBy` is another item of the same words. */
export function decideAmend(given: Given, amended: AmendedFacts, keyHeldBy: string | null): Outcome<Effects> {
  const entered = enter('AMEND', given);
  if (!entered.ok) return entered;
  const changes: Effects['changes'] = [];
  for (const item of entered.value.items) {
    const facts = amendedFacts(item, amended);
    const stated = checkStatement(facts);
    if (!stated.ok) return stated;
    if (changedFields({ ...item.facts }, { ...facts }).length === 0)
      return refuse('NOTHING_CHANGES', 'P7', '修改内容与现行内容相同', [{ path: `${item.path}.code`, value: facts.code }]);
    if (keyHeldBy !== null)
      return refuse('NAME_TAKEN', 'P7', `清单上已有同名同级事项，编码 ${keyHeldBy}`, [
        { path: 'name', value: facts.name },
        { path: 'heldBy', value: keyHeldBy },
      ]);
    changes.push(change('AMEND', item, { restated: { facts, naturalKey: amendedKey(item, facts) } }));
  }
  return accept({ ...NO_EFFECTS, changes });
}

/** P2: an item keeps a name, a level and a basis; one without a basis is cancelled (P14), not amended. */
function checkStatement({ name, levels, citations, basisText }: StatedFacts): Outcome<true> {
  if (isBlank(name) || name.length > 1000) return refuse('INVALID_NAME', 'P2', '事项名称不能为空，且不超过 1000 字', [{ path: 'name', value: name }]);
  if (levels.length === 0) return refuse('MISSING_LEVEL', 'P2', '须载明行使层级', [{ path: 'levels', value: null }]);
  if (citations.length === 0 && isBlank(basisText)) return refuse('MISSING_BASIS', 'P14', '没有依据的事项应予取消，不能以修改删去依据', [{ path: 'citations', value: null }]);
  return accept(true);
}
