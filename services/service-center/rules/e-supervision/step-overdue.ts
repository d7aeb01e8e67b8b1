import type { Clock } from '../clock/clock';
import { overdueFinding } from './overdue';
import type { SignalRule } from './signal';

/** A step may be begun again. */
export const stepCause = (step: number, { startedOn }: Clock): string => `step ${step} ${startedOn}`;

/** P15: a step took longer than the guide gives it. */
export const stepOverdue: SignalRule = ({ folded: { clocks } }) =>
  [...clocks.steps].flatMap(([step, clock]) => (clock.overdue ? [overdueFinding(clock, stepCause(step, clock), 'P15', { step })] : []));
