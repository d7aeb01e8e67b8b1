import { dayOf } from '../cases/fold-case';
import { lackingInRefusal } from '../clock/written-refusal';
import type { SignalRule } from './signal';

/** 许可法 38: a refusal is written, with its reasons and the remedies. */
export const noReasonForRefusal: SignalRule = ({ facts }) =>
  facts.flatMap((fact) => {
    if (fact.kind !== 'REFUSED_INTAKE' && !(fact.kind === 'DECIDED' && fact.outcome === 'REFUSED')) return [];
    const lacking = lackingInRefusal(fact);
    if (lacking.length === 0) return [];
    return [{ cause: fact.id, eventId: fact.id, rule: '许可法 38', numbers: { lacking: lacking.join(', ') }, occurredOn: dayOf(fact.at) }];
  });
