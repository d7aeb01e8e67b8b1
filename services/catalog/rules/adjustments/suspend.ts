import { accept, type Outcome } from '../../../shared/outcome';
import { change, enter, NO_EFFECTS, type Effects, type Given } from './effects';

/** Domain §4 暂停: the item stays on the list and may not be exercised until it is resumed; its conditions are kept. */
export function decideSuspend(given: Given): Outcome<Effects> {
  const entered = enter('SUSPEND', given);
  if (!entered.ok) return entered;
  return accept({ ...NO_EFFECTS, changes: entered.value.items.map((item) => change('SUSPEND', item)) });
}
