import type { StepFinding } from './step-finding';
import { walkFrom, type StepGraph } from './step-graph';

/**
 * P15, 许可法 42: every path through the flow comes to an end, or no limit could hold for it. A way back is therefore a
 * fault; what an applicant brings anew is a new submission, and a correction comes before the clock starts.
 */
export const findEndless = (graph: StepGraph): StepFinding[] =>
  walkFrom(graph, graph.steps.map(({ order }) => order)).back.map(({ from, to }) => ({
    code: 'PATH_WITHOUT_END',
    step: from,
    path: 'steps',
    message: from === to ? `第 ${from} 环节的后续是它自己，流程没有终点` : `第 ${from} 环节绕回第 ${to} 环节，流程没有终点`,
    clause: 'P15',
  }));
