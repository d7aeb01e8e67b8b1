import { feesWithoutBasis } from '../cases/fee-basis';
import { dayOf } from '../cases/fold-case';
import type { SignalRule } from './signal';

/** 许可法 58, 59: a fee that the guide does not state, or states without a basis. */
export const feeWithoutBasis: SignalRule = ({ facts, guide }) =>
  facts.flatMap((fact) => {
    const without = feesWithoutBasis(guide, fact.fees);
    if (without.length === 0) return [];
    const numbers = { amount: without.reduce((sum, { amount }) => sum + amount, 0), fees: without.map(({ name }) => name).join('、').slice(0, 500) };
    return [{ cause: fact.id, eventId: fact.id, rule: '许可法 58、59', numbers, occurredOn: dayOf(fact.at) }];
  });
