import type { Problem } from '../problems';
import { CHANGE_SUBJECTS } from './change-kinds';
import type { Reorganisation, ReorganisationFacts } from './reorganisation';

const HOLDERS = { AGENCY: '区划', OFFICE: '机构' } as const;

/**
 * A change is made within one region, or one agency: every body it comes from exists there, each named once. A code
 * after the change that the register does not know is a new body's, if that body has a name.
 */
export function checkKnownBodies({ subject, from, to }: Reorganisation, { holder, bodies }: ReorganisationFacts): Problem[] {
  const unknown = (path: string, id: string): Problem => ({
    code: `UNKNOWN_${subject}`,
    rule: null,
    message: `${HOLDERS[subject]} ${holder} 没有这个${CHANGE_SUBJECTS[subject]}`,
    path,
    value: id,
  });
  return [
    ...from.flatMap((id, i) => (bodies.get(id)?.holder === holder ? [] : [unknown(`from.${i}`, id)])),
    ...to.flatMap(({ id, name }, i) => {
      if (id === null) return [];
      const known = bodies.get(id);
      const isNew = known === undefined && name !== null;
      return isNew || known?.holder === holder ? [] : [unknown(`to.${i}.id`, id)];
    }),
    ...twice(from, 'from', ''),
    ...twice(to.map(({ id }) => id), 'to', '.id'),
  ];
}

const twice = (ids: readonly (string | null)[], list: string, field: string): Problem[] =>
  ids.flatMap((id, i) =>
    id !== null && ids.indexOf(id) < i
      ? [{ code: 'DUPLICATE_CODE', rule: null, message: `与 ${list}.${ids.indexOf(id)} 重复`, path: `${list}.${i}${field}`, value: id }]
      : [],
  );
