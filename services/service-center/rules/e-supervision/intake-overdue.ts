import type { Clock } from '../clock/clock';
import { overdueFinding } from './overdue';
import type { SignalRule } from './signal';

/** What came in on different days is answered by different answers. */
export const intakeCause = ({ startedOn }: Clock): string => `intake ${startedOn}`;

/** 许可法 32(4): what came in was not answered within five days. */
export const intakeOverdue: SignalRule = ({ folded: { clocks } }) =>
  clocks.intake?.overdue ? [overdueFinding(clocks.intake, intakeCause(clocks.intake), '许可法 32(4)')] : [];
