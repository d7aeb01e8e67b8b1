import { missingMaterials } from '../cases/required-materials';
import { dayOf } from '../cases/fold-case';
import type { SignalRule } from './signal';

/** 许可法 34: granted although a required material was never handed in. */
export const missingRequiredMaterial: SignalRule = ({ facts, guide }) => {
  const granted = facts.findIndex((fact) => fact.kind === 'DECIDED' && fact.outcome === 'GRANTED');
  const decision = facts[granted];
  if (!decision) return [];
  const missing = missingMaterials(guide, facts.slice(0, granted + 1).flatMap(({ materials }) => materials));
  if (missing.length === 0) return [];
  const numbers = { missing: missing.length, materials: missing.join('、').slice(0, 500) };
  return [{ cause: decision.id, eventId: decision.id, rule: '许可法 34', numbers, occurredOn: dayOf(decision.at) }];
};
