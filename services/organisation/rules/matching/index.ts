export { createMatcher, type Matcher, type MatcherInput, type Proposal } from './create-matcher';
export { explainMatch } from './explain-match';
export type { DecidedPair, DutyText, ItemText } from './matching-input';
export { SIGNALS, type Signal, type Signals } from './signals';
export { WEIGHTS, type Weights } from './weights';
