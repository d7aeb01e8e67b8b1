import { accept, type Outcome } from '../../../shared/outcome';
import { ended, enter, NO_EFFECTS, type Effects, type Given } from './effects';

/** P14 取消: what has no basis in law or regulation is cancelled. It leaves the list; what it was remains to be read (P7). */
export function decideCancel(given: Given): Outcome<Effects> {
  const entered = enter('CANCEL', given);
  if (!entered.ok) return entered;
  return accept({ ...NO_EFFECTS, changes: entered.value.items.map((item) => ended('CANCEL', item)) });
}
