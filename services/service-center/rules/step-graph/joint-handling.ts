import type { StepFinding } from './step-finding';
import type { StepGraph } from './step-graph';

/** 许可法 26: handled jointly is what other offices handle too; each is named once, and not the step's own office again. */
export const findRepeatedJointOffices = ({ steps }: StepGraph): StepFinding[] =>
  steps.flatMap(({ order, officeId, jointOfficeIds = [] }): StepFinding[] => {
    const all = [...(officeId === null ? [] : [officeId]), ...jointOfficeIds];
    if (new Set(all).size === all.length) return [];
    return [{ code: 'JOINT_OFFICE_REPEATED', step: order, path: 'steps', message: `第 ${order} 环节的联办机构与承办机构重复`, clause: '许可法 26' }];
  });
