import type { Problem } from '../problems';
import type { Reorganisation, ReorganisationFacts } from './reorganisation';

/** A body is changed, or takes over, on no day before it was founded. */
export function checkNotBeforeFounding({ from, to, effectiveOn }: Reorganisation, { bodies }: ReorganisationFacts): Problem[] {
  const early = (id: string | null, path: string): Problem[] => {
    const foundedOn = id === null ? null : (bodies.get(id)?.foundedOn ?? null);
    if (foundedOn === null || foundedOn <= effectiveOn) return [];
    return [{ code: 'BEFORE_FOUNDING', rule: null, message: `生效日 ${effectiveOn} 早于其成立日期 ${foundedOn}`, path, value: id }];
  };
  return [
    ...from.flatMap((id, i) => early(id, `from.${i}`)),
    ...to.flatMap(({ id }, i) => (id !== null && from.includes(id) ? [] : early(id, `to.${i}.id`))),
  ];
}
