import { accept, type Outcome } from '../../../shared/outcome';
import { enter, listing, NO_EFFECTS, type Effects, type Given } from './effects';
import { recordedException, type ExceptionRecord } from './exception';

/** P6 新增: the list only decreases in principle; an item is added by exception, with superior law, decision and approval. */
export function decideAdd(given: Given, exception: ExceptionRecord): Outcome<Effects> {
  const recorded = recordedException(exception, true);
  if (!recorded.ok) return recorded;
  const entered = enter('ADD', given);
  if (!entered.ok) return entered;
  return accept({ ...NO_EFFECTS, listings: entered.value.results.map((item) => listing('ADD', item)) });
}
