import type { GuideDocument } from '../guide-document';
import { findRepeatedJointOffices } from './joint-handling';
import { findUnknownSteps } from './known-steps';
import { findStepsOverLimit } from './limits-within-whole';
import { findEndless } from './paths-end';
import { findPromiseOverStatute } from './promise';
import { findUnreachable } from './reachable';
import type { StepFinding } from './step-finding';
import { toStepGraph, type StepGraph } from './step-graph';
import { findUntoldBranches } from './told-apart';

/** Everything a procedure must be, one check a file. */
const CHECKS: readonly ((graph: StepGraph, document: GuideDocument) => StepFinding[])[] = [
  findUnknownSteps,
  findUnreachable,
  findEndless,
  findUntoldBranches,
  findRepeatedJointOffices,
  findStepsOverLimit,
  (_graph, document) => findPromiseOverStatute(document),
];

/** Everything wrong with the procedure of a guide; none for a guide without steps, which its link says. */
export function checkProcedure(document: GuideDocument): StepFinding[] {
  const graph = toStepGraph(document);
  return CHECKS.flatMap((check) => check(graph, document));
}
