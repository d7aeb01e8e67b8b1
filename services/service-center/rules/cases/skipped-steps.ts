import type { GuideDocument } from '../guide-document';
import { toStepGraph } from '../step-graph/step-graph';
import type { CaseEvent } from '../clock/case-event';

type Steps = Pick<GuideDocument, 'steps'>;

/** By step, the steps that lead to it. Guides are immutable and shared by thousands of cases: computed once. */
const known = new WeakMap<Steps, ReadonlyMap<number, readonly number[]>>();

function stepsBefore(guide: Steps): ReadonlyMap<number, readonly number[]> {
  const found = known.get(guide);
  if (found) return found;
  const graph = toStepGraph(guide);
  const before = new Map(graph.steps.map(({ order }) => [order, graph.ways.filter(({ to }) => to === order).map(({ from }) => from)]));
  known.set(guide, before);
  return before;
}

/**
 * Events that begin a step although none of the steps that lead to it was ever begun (P15: the flow of the guide is the
 * flow of the case). `events` in order. Steps that the guide does not have, and its first, are not judged.
 */
export function skippingSteps(events: readonly CaseEvent[], guide: Steps | null): { eventId: string; step: number; missing: readonly number[] }[] {
  if (guide === null || guide.steps.length === 0) return [];
  const before = stepsBefore(guide);
  const begun = new Set<number>();
  const skipping: { eventId: string; step: number; missing: readonly number[] }[] = [];
  for (const event of events) {
    if (event.kind !== 'STEP_STARTED' && event.kind !== 'STEP_COMPLETED') continue;
    const missing = before.get(event.step) ?? [];
    if (!begun.has(event.step) && missing.length > 0 && !missing.some((step) => begun.has(step)))
      skipping.push({ eventId: event.id, step: event.step, missing });
    begun.add(event.step);
  }
  return skipping;
}
