import type { Signal } from './signals';

/** What each signal is worth, in logits; `none` is what speaks for no duty of the agency at all. */
export type Weights = Record<Signal | 'none', number>;

/** Chosen by `test/eval/matching/choose-weights.ts`, but for `named`, a rule: exact references come first. */
export const WEIGHTS: Weights = {
  named: 6,
  nameCovered: 1.2,
  dutyCovered: 1.2,
  rival: 3.3,
  category: 0.9,
  supervises: 1.2,
  enforcement: 3.6,
  broadEnforcement: 8.3,
  office: 2.9,
  neighbours: 3.6,
  none: 1.3,
};

/** A proposal is shown as likely from this score on: nine in ten of those are right. */
export const LIKELY_FROM = 0.7;
