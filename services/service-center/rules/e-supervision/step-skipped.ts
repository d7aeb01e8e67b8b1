import { skippedStates } from '../cases/skipped-states';
import { skippingSteps } from '../cases/skipped-steps';
import { dayOf } from '../cases/fold-case';
import type { SignalRule } from './signal';

/** P15: a step of the guide, or a stage of the case, was passed over. */
export const stepSkipped: SignalRule = ({ facts, guide }) => {
  const at = new Map(facts.map((fact) => [fact.id, fact.at]));
  const found = (eventId: string, numbers: Record<string, string | number>) => ({ cause: eventId, eventId, rule: 'P15', numbers, occurredOn: dayOf(at.get(eventId)!) });
  return [
    ...skippingSteps(facts, guide).map(({ eventId, step, missing }) => found(eventId, { step, missing: missing.join(', ') })),
    ...skippedStates(facts).map(({ eventId, state, kind }) => found(eventId, { state, kind })),
  ];
};
