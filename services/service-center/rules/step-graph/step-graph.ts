import type { GuideDocument, GuideStep } from '../guide-document';

/** A way from one step to another, both by their order; the condition is null where there is no choice. */
export interface Way {
  from: number;
  to: number;
  when: string | null;
}

/** The procedure of a guide (办理流程) as a graph: it begins with the step of the lowest order. */
export interface StepGraph {
  steps: readonly GuideStep[];
  start: number | null;
  ways: readonly Way[];
}

/**
 * A step that does not say where it leads leads to the step after it, so that a guide of steps in a row needs no ways; a
 * step that says "nowhere" ends the procedure, and so does the last.
 */
export function toStepGraph({ steps }: Pick<GuideDocument, 'steps'>): StepGraph {
  const inOrder = steps.toSorted((a, b) => a.order - b.order);
  const ways = inOrder.flatMap(({ order: from, next }, i): Way[] => {
    if (next !== undefined) return next.map(({ to, when }) => ({ from, to, when }));
    const after = inOrder[i + 1];
    return after === undefined ? [] : [{ from, to: after.order, when: null }];
  });
  return { steps: inOrder, start: inOrder[0]?.order ?? null, ways };
}

/** The ways that lead to a step there is, by the step they leave. */
export function waysOut({ steps, ways }: StepGraph): ReadonlyMap<number, readonly Way[]> {
  const out = new Map<number, Way[]>(steps.map(({ order }) => [order, []]));
  for (const way of ways) if (out.has(way.to)) out.get(way.from)!.push(way);
  return out;
}

/** How the graph is walked from some steps on, depth first. */
export interface Walk {
  /** The steps met, each before those it leads to, ways back left aside. */
  inTurn: readonly number[];
  /** Ways that lead back to a step from which they came. */
  back: readonly Way[];
}

export function walkFrom(graph: StepGraph, starts: readonly number[]): Walk {
  const out = waysOut(graph);
  const state = new Map<number, 'OPEN' | 'DONE'>();
  const done: number[] = [];
  const back: Way[] = [];
  const visit = (order: number): void => {
    state.set(order, 'OPEN');
    for (const way of out.get(order) ?? []) {
      const met = state.get(way.to);
      if (met === 'OPEN') back.push(way);
      else if (met === undefined) visit(way.to);
    }
    state.set(order, 'DONE');
    done.push(order);
  };
  for (const start of starts) if (!state.has(start)) visit(start);
  return { inTurn: done.toReversed(), back };
}
