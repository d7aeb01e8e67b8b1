/** What can be wrong with a procedure, and what the people who mend it are told. */
export const STEP_FAULTS = {
  NEXT_STEP_UNKNOWN: '后续环节不存在',
  STEP_UNREACHABLE: '从首个环节到不了该环节',
  PATH_WITHOUT_END: '流程绕回前面的环节，没有终点',
  BRANCH_WITHOUT_CONDITION: '分支没有写明各自的条件',
  JOINT_OFFICE_REPEATED: '联办机构与承办机构重复',
  STEPS_EXCEED_PROMISE: '各环节时限之和超过承诺期限',
  STEPS_EXCEED_STATUTE: '各环节时限之和超过法定期限',
  PROMISE_EXCEEDS_STATUTE: '承诺期限可能超过法定期限',
} as const;
export type StepFault = keyof typeof STEP_FAULTS;

/** One thing wrong with a procedure. */
export interface StepFinding {
  code: StepFault;
  /** Order of the step; null when it is the whole procedure’s. */
  step: number | null;
  /** Place in the guide. */
  path: string;
  /** Chinese, for people: what, where, and the numbers. */
  message: string;
  /** Clause of the plan or the law. */
  clause: string;
}
