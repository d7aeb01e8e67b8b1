import type { TimeLimit } from './guide-document';
import { fitsWithin } from './limit-span';

/**
 * The promised limit may not exceed the statutory one (承诺期限不得超过法定期限). In one unit the numbers decide; across
 * units the longest the promise may take must fit the shortest the law may give.
 */
export function isPromiseWithinStatute(promised: TimeLimit | null, statutory: TimeLimit | null): boolean {
  if (promised === null || statutory === null) return true;
  return fitsWithin({ [promised.unit]: promised.value }, statutory);
}
