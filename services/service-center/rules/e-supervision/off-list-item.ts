import { dayOf } from '../cases/fold-case';
import type { SignalRule } from './signal';

/** P5 清单之外无职权: exercised although it was not on the list that day, suspended, or another body's. */
export const offListItem: SignalRule = ({ standing, folded, itemCode, facts }) =>
  standing === 'PERMITTED'
    ? []
    : [{ cause: 'item', eventId: facts[0]?.id ?? null, rule: 'P5', numbers: { itemCode, standing }, occurredOn: dayOf(folded.receivedAt) }];
