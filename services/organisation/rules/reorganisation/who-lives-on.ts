import type { Problem } from '../problems';
import { changeRule } from './change-kinds';
import type { Reorganisation } from './reorganisation';

/** Who is renamed stays who it is; who is abolished succeeds nobody, itself least; who merges or splits may live on. */
export function checkWhoLivesOn({ kind, from, to }: Reorganisation): Problem[] {
  const { livesOn, term } = changeRule(kind);
  return to.flatMap(({ id }, i) => {
    const same = id !== null && from.includes(id);
    const path = `to.${i}.id`;
    if (livesOn === 'MUST' && !same)
      return [{ code: 'CODE_CHANGED', rule: null, message: `${term}不改变代码`, path, value: id }];
    if (livesOn === 'MUST_NOT' && same)
      return [{ code: 'SUCCEEDS_ITSELF', rule: null, message: `${term}后不再存在，不能承接自己`, path, value: id }];
    return [];
  });
}
