import type { Problem } from '../problems';
import type { Reorganisation, ReorganisationFacts } from './reorganisation';

/** Nothing passes to a body that no longer exists on the day. */
export function checkLivingSuccessors({ from, to, effectiveOn }: Reorganisation, { bodies }: ReorganisationFacts): Problem[] {
  return to.flatMap(({ id }, i) => {
    const endedOn = id === null || from.includes(id) ? null : (bodies.get(id)?.endedOn ?? null);
    if (endedOn === null || endedOn > effectiveOn) return [];
    return [{ code: 'SUCCESSOR_ABOLISHED', rule: null, message: `自 ${endedOn} 起已撤销，不能承接`, path: `to.${i}.id`, value: id }];
  });
}
