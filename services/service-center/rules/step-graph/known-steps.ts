import type { StepFinding } from './step-finding';
import type { StepGraph } from './step-graph';

/** P15: a documented flow leads from step to step; none leads to a step that is not there. */
export const findUnknownSteps = ({ steps, ways }: StepGraph): StepFinding[] =>
  ways
    .filter(({ to }) => steps.every(({ order }) => order !== to))
    .map(({ from, to }) => ({
      code: 'NEXT_STEP_UNKNOWN',
      step: from,
      path: 'steps',
      message: `第 ${from} 环节的后续第 ${to} 环节不存在`,
      clause: 'P15',
    }));
