import { overdueFinding } from './overdue';
import type { SignalRule } from './signal';

/** The promise was not kept (承诺期限). While a special procedure goes on the clock stands still, late or not. */
export const overduePromised: SignalRule = ({ folded: { clocks } }) =>
  clocks.promised?.overdue ? [overdueFinding(clocks.promised, 'promised', 'P15')] : [];
