import { effectiveClock } from '../cases/fold-case';
import type { SignalRule } from './signal';

/** The limit is nearly used up: a warning for each due date it comes near, so that an extension may be warned of anew. */
export const nearDue: SignalRule = ({ folded }, { nearDueShare, nearDueDaysLeft }, today) => {
  const clock = effectiveClock(folded.clocks);
  if (!folded.open || clock === null || clock.suspended || clock.overdue || clock.daysUsed === 0) return [];
  const { daysUsed, daysLeft, limit, dueOn } = clock;
  if (daysUsed < nearDueShare * limit && daysLeft > nearDueDaysLeft) return [];
  return [{ cause: dueOn, eventId: null, rule: '许可法 42', numbers: { daysUsed, daysLeft, limit, dueOn }, occurredOn: today }];
};
