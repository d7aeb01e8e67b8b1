import { dayOf } from '../cases/fold-case';
import { isWrongOffice } from '../cases/handling-office';
import type { SignalRule } from './signal';

/** P3: handled by an office that has no part in it: once for each office. */
export const wrongOffice: SignalRule = ({ facts, guide, agencyCode, offices }) => {
  const seen = new Set<string>();
  return facts.flatMap((fact) => {
    if (fact.officeId === null || seen.has(fact.officeId) || !isWrongOffice(fact, guide, agencyCode, offices)) return [];
    seen.add(fact.officeId);
    return [{ cause: fact.officeId, eventId: fact.id, rule: 'P3', numbers: { officeId: fact.officeId }, occurredOn: dayOf(fact.at) }];
  });
};
