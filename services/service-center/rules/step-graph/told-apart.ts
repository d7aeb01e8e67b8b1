import type { StepFinding } from './step-finding';
import type { StepGraph } from './step-graph';

/** P15: where a flow branches, each way says when it is taken, and no two say the same. */
export function findUntoldBranches({ steps, ways }: StepGraph): StepFinding[] {
  return steps.flatMap(({ order }): StepFinding[] => {
    const out = ways.filter(({ from }) => from === order);
    if (out.length < 2 || (out.every(({ when }) => when !== null) && new Set(out.map(({ when }) => when)).size === out.length)) return [];
    const message = `第 ${order} 环节有 ${out.length} 个后续环节，没有写明各自不同的条件`;
    return [{ code: 'BRANCH_WITHOUT_CONDITION', step: order, path: 'steps', message, clause: 'P15' }];
  });
}
