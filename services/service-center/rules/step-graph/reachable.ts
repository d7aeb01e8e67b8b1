import type { StepFinding } from './step-finding';
import { walkFrom, type StepGraph } from './step-graph';

/** P15: every step of the flow is reached from its beginning; a step nobody comes to is none. */
export function findUnreachable(graph: StepGraph): StepFinding[] {
  const reached = new Set(walkFrom(graph, graph.start === null ? [] : [graph.start]).inTurn);
  return graph.steps
    .filter(({ order }) => !reached.has(order))
    .map(({ order, name }) => ({
      code: 'STEP_UNREACHABLE',
      step: order,
      path: 'steps',
      message: `从首个环节到不了第 ${order} 环节“${name}”`,
      clause: 'P15',
    }));
}
