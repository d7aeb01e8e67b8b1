import { normaliseBodyName } from '../body-name';
import type { Problem } from '../problems';
import { endingBodies, type KnownBody, type Reorganisation } from './reorganisation';

/** No two open offices of an agency share a name: lists name offices by it. `offices` are all of the agency. */
export function checkOfficeNames(change: Reorganisation, offices: readonly KnownBody[]): Problem[] {
  const ending = new Set(endingBodies(change));
  const open = offices.filter(({ id, endedOn }) => !ending.has(id) && (endedOn === null || endedOn > change.effectiveOn));
  const taken = new Map(open.map(({ name, id }) => [name, id]));
  return change.to.flatMap(({ id, name }, i) => {
    const wanted = name === null ? '' : normaliseBodyName(name);
    const other = taken.get(wanted);
    if (wanted === '' || other === undefined || other === id) {
      if (wanted !== '') taken.set(wanted, id ?? `to.${i}`);
      return [];
    }
    return [{ code: 'NAME_IN_USE', rule: null, message: `与 ${other} 同名`, path: `to.${i}.name`, value: wanted }];
  });
}
