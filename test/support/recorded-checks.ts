import type * as Permission from '../../services/shared/permission';

/** Which actions a service looked up in its permission table, in order. */
export const checkedActions: string[] = [];

/** For `jest.mock('…/services/shared/permission', () => recordedChecks())`: the module itself, telling what it was asked. */
export function recordedChecks(): typeof Permission {
  const real = jest.requireActual<typeof Permission>('../../services/shared/permission');
  return {
    ...real,
    allows(table, action, actor, target) {
      checkedActions.push(action);
      return real.allows(table, action, actor, target);
    },
    authorise(table, action, actor, target) {
      checkedActions.push(action);
      real.authorise(table, action, actor, target);
    },
  };
}
