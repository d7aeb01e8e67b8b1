import type { GuideDocument } from '../guide-document';
import { isPromiseWithinStatute } from '../promise-within-statute';
import { STEP_FAULTS, type StepFinding } from './step-finding';

/** 承诺期限不得超过法定期限: the promised limit may not exceed the statutory one. */
export const findPromiseOverStatute = ({ promisedLimit, statutoryLimit }: GuideDocument): StepFinding[] =>
  isPromiseWithinStatute(promisedLimit, statutoryLimit)
    ? []
    : [{ code: 'PROMISE_EXCEEDS_STATUTE', step: null, path: 'promisedLimit', message: STEP_FAULTS.PROMISE_EXCEEDS_STATUTE, clause: '许可法 42¶1' }];
