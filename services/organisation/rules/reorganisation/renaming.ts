import { normaliseBodyName } from '../body-name';
import type { Problem } from '../problems';
import type { Reorganisation, ReorganisationFacts } from './reorganisation';

/**
 * A renaming changes the name, and on a day that has come: the register states one name at a time, and a name that is not
 * yet borne would appear on lists and guides too early.
 */
export function checkRenaming({ kind, from, to, effectiveOn }: Reorganisation, { bodies, today }: ReorganisationFacts): Problem[] {
  if (kind !== 'RENAME') return [];
  const problems: Problem[] = [];
  if (effectiveOn > today)
    problems.push({ code: 'RENAME_IN_FUTURE', rule: null, message: `更名自 ${effectiveOn} 起才生效，请在当日或之后办理`, path: 'effectiveOn', value: effectiveOn });
  const before = bodies.get(from[0] ?? '')?.name;
  const after = to[0]?.name ?? '';
  if (after !== '' && normaliseBodyName(after) === before)
    problems.push({ code: 'NAME_UNCHANGED', rule: null, message: '名称没有变化', path: 'to.0.name', value: after });
  return problems;
}
