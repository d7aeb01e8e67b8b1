import { itemCodesOf, nameDuty, quoteDuty, quoteItem, titleOf, type PlacedDuty } from '../cross-check-facts';
import { EXERCISE_LEVELS, type ExerciseLevel } from '../vocabulary';
import type { Check } from './check';

/** P2, P13: a duty claims no exercise level that the list does not give the item. */
export const levelsAgree: Check = {
  kind: 'LEVEL_CONFLICT',
  severity: 'WARNING',
  clause: 'P13',
  find: (view) =>
    view.duties.flatMap((duty) =>
      itemCodesOf(duty, view).flatMap((code) => {
        const item = view.facts.items.get(code);
        if (!item || !disagree(duty, item.levels)) return [];
        return {
          about: [duty.mandate.id, duty.place, code],
          duty: quoteDuty(duty),
          itemCode: code,
          itemText: `${quoteItem(item)}，${words(item.levels)}`,
          explanation: `${nameDuty(duty)}写的行使层级是${words(duty.levels)}，清单上“${titleOf(item)}”的行使层级是${words(item.levels)}，两者不一致。`,
          proposedAction: '以清单为准修订三定；清单有误的，先更正清单。',
        };
      }),
    ),
};

/** A list that states no level, or “分级”, contradicts nothing. */
const disagree = ({ levels }: PlacedDuty, listed: readonly string[]): boolean =>
  listed.length > 0 && !listed.includes('GRADED') && levels.some((level) => level !== 'GRADED' && !listed.includes(level));

const words = (levels: readonly string[]): string => levels.map((level) => EXERCISE_LEVELS[level as ExerciseLevel] ?? level).join('、');
