import type { FoldedCase } from '../cases/fold-case';
import type { Day } from '../clock/day-number';
import { extensionWithoutApproval } from './extension-without-approval';
import { feeWithoutBasis } from './fee-without-basis';
import { intakeCause, intakeOverdue } from './intake-overdue';
import { lateReport } from './late-report';
import { missingRequiredMaterial } from './missing-required-material';
import { nearDue } from './near-due';
import { noReasonForRefusal } from './no-reason-for-refusal';
import { offListItem } from './off-list-item';
import { overduePromised } from './overdue-promised';
import { overdueStatutory } from './overdue-statutory';
import type { SupervisionPolicy } from './policy';
import { repeatedCorrection } from './repeated-correction';
import type { Signal, SignalKind, SignalRule, SupervisedCase } from './signal';
import { stepCause, stepOverdue } from './step-overdue';
import { stepSkipped } from './step-skipped';
import { wrongOffice } from './wrong-office';

/** The rules of e-supervision (domain §6): one signal, one rule, one file. */
export const SIGNAL_RULES: Readonly<Record<SignalKind, SignalRule>> = {
  NEAR_DUE: nearDue,
  OVERDUE_PROMISED: overduePromised,
  OVERDUE_STATUTORY: overdueStatutory,
  STEP_OVERDUE: stepOverdue,
  INTAKE_OVERDUE: intakeOverdue,
  REPEATED_CORRECTION: repeatedCorrection,
  NO_REASON_FOR_REFUSAL: noReasonForRefusal,
  STEP_SKIPPED: stepSkipped,
  MISSING_REQUIRED_MATERIAL: missingRequiredMaterial,
  WRONG_OFFICE: wrongOffice,
  OFF_LIST_ITEM: offListItem,
  EXTENSION_WITHOUT_APPROVAL: extensionWithoutApproval,
  FEE_WITHOUT_BASIS: feeWithoutBasis,
  LATE_REPORT: lateReport,
};

const KINDS = Object.keys(SIGNAL_RULES) as SignalKind[];

/** All that a case breaks at a moment: what a daily run and a run on every event both ask, so that they agree. */
export const signalsOf = (supervised: SupervisedCase, policy: SupervisionPolicy, today: Day): Signal[] =>
  KINDS.filter((kind) => !policy.off.includes(kind)).flatMap((kind) =>
    SIGNAL_RULES[kind](supervised, policy, today).map((finding) => ({ kind, severity: policy.severity[kind], ...finding })),
  );

/**
 * Whether facts that came in since may show that a signal which the rules no longer find was wrong. A warning and a late
 * arrival were right when they were raised; an answer or a step that was late stays late when another one begins.
 */
export function mayBeOvertaken({ kind, cause }: Pick<Signal, 'kind' | 'cause'>, { clocks }: FoldedCase): boolean {
  if (kind === 'NEAR_DUE' || kind === 'LATE_REPORT') return false;
  if (kind === 'INTAKE_OVERDUE') return clocks.intake !== null && cause === intakeCause(clocks.intake);
  if (kind === 'STEP_OVERDUE') return [...clocks.steps].some(([step, clock]) => cause === stepCause(step, clock));
  return true;
}
