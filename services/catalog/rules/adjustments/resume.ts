import { accept, type Outcome } from '../../../shared/outcome';
import { change, enter, NO_EFFECTS, type Effects, type Given } from './effects';

/**
 * Domain §4 恢复: one restriction is lifted at a time. A suspended item may be exercised again, under strict control if
 * it was; an item under strict control is exercised as usual again.
 */
export function decideResume(given: Given): Outcome<Effects> {
  const entered = enter('RESUME', given);
  if (!entered.ok) return entered;
  const changes = entered.value.items.map((item) => {
    const back = item.status === 'SUSPENDED' && item.conditions !== null;
    return change('RESUME', item, back ? { status: 'TIGHTENED' } : { status: 'LISTED', conditions: null });
  });
  return accept({ ...NO_EFFECTS, changes });
}
