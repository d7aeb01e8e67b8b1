import type { Problem } from '../problems';
import { endingBodies, type Reorganisation, type ReorganisationFacts } from './reorganisation';

/** Only what exists on the day can be changed, and nothing ends twice. */
export function checkAliveOnDay(change: Reorganisation, { bodies }: ReorganisationFacts): Problem[] {
  const ending = new Set(endingBodies(change));
  return change.from.flatMap((id, i) => {
    const endedOn = bodies.get(id)?.endedOn ?? null;
    if (endedOn === null || (endedOn > change.effectiveOn && !ending.has(id))) return [];
    return [{ code: 'NOT_ALIVE_ON_DAY', rule: null, message: `已定自 ${endedOn} 起撤销`, path: `from.${i}`, value: id }];
  });
}
