import { normaliseBodyName } from '../body-name';
import { nameProblems } from '../name-checks';
import type { Problem } from '../problems';
import { changeRule } from './change-kinds';
import type { Reorganisation, ReorganisationFacts } from './reorganisation';

/** What is founded is new and has a name; what exists keeps the name it has, for a change of name is a change of its own. */
export function checkNewBodies({ kind, to }: Reorganisation, { bodies }: ReorganisationFacts): Problem[] {
  const { fresh, term } = changeRule(kind);
  return to.flatMap(({ id, name }, i): Problem[] => {
    const known = id === null ? undefined : bodies.get(id);
    const stated = name === null ? '' : normaliseBodyName(name);
    if (fresh === 'MUST_NOT') return nameProblems(stated, `to.${i}.name`);
    if (!known) return id !== null && name === null ? [] : nameProblems(stated, `to.${i}.name`);
    if (fresh === 'MUST')
      return [{ code: 'ALREADY_REGISTERED', rule: null, message: `${term}的应是新的，${known.name} 已登记`, path: `to.${i}.id`, value: id }];
    if (stated === '' || stated === known.name) return [];
    return [{ code: 'NAME_DIFFERS', rule: null, message: `已登记为“${known.name}”；改名请另办更名`, path: `to.${i}.name`, value: stated }];
  });
}
