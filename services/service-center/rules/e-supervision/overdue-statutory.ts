import { overdueFinding } from './overdue';
import type { SignalRule } from './signal';

/** 许可法 42: nothing was decided within what the law gives. */
export const overdueStatutory: SignalRule = ({ folded: { clocks } }) =>
  clocks.statutory?.overdue ? [overdueFinding(clocks.statutory, 'statutory', '许可法 42')] : [];
