import type { ChangedBody, ChangeRecord } from './change-record';

/** A body at the other end of a change. */
export interface Succession {
  body: ChangedBody;
  change: ChangeRecord;
}

/** Who stands before a body in these changes; one that lived on is nobody's predecessor, least its own. */
export const predecessorsOf = (id: string, changes: readonly ChangeRecord[]): Succession[] =>
  changes.flatMap((change) =>
    change.steps.flatMap(({ predecessor, successor }) =>
      successor?.id === id && predecessor !== null && predecessor.id !== id ? [{ body: predecessor, change }] : [],
    ),
  );

/** Who stands after a body in these changes. */
export const successorsOf = (id: string, changes: readonly ChangeRecord[]): Succession[] =>
  changes.flatMap((change) =>
    change.steps.flatMap(({ predecessor, successor }) =>
      predecessor?.id === id && successor !== null && successor.id !== id ? [{ body: successor, change }] : [],
    ),
  );
