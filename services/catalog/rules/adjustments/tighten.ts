import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { change, enter, NO_EFFECTS, type Effects, type Given } from './effects';
import { isBlank } from './grounds';

/** P14 严管: a power with a basis, but against the reform's requirements, is exercised under conditions that are stated. */
export function decideTighten(given: Given, conditions: string): Outcome<Effects> {
  const entered = enter('TIGHTEN', given);
  if (!entered.ok) return entered;
  if (isBlank(conditions)) return refuse('MISSING_CONDITIONS', 'P14', '严格管理须载明条件', [{ path: 'conditions', value: null }]);
  const same = entered.value.items.find((item) => item.conditions === conditions.trim());
  if (same)
    return refuse('NOTHING_CHANGES', 'P14', '该事项已按同样条件严格管理', [
      { path: `${same.path}.code`, value: same.facts.code },
      { path: 'conditions', value: same.conditions },
    ]);
  return accept({ ...NO_EFFECTS, changes: entered.value.items.map((item) => change('TIGHTEN', item, { conditions: conditions.trim() })) });
}
