import type { Problem } from './problems';

const LONGEST = 200;

/** A name says something and is not a misplaced paragraph. */
export function nameProblems(name: string, path: string): Problem[] {
  if (name === '') return [{ code: 'NAME_MISSING', rule: null, message: '名称为空', path, value: null }];
  if (name.length > LONGEST)
    return [{ code: 'NAME_TOO_LONG', rule: null, message: `名称超过 ${LONGEST} 字`, path, value: `${name.slice(0, 40)}…` }];
  return [];
}
