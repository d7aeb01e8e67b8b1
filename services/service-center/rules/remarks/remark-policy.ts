import type { Limit } from '../clock/limit';

/** What a remark is (意见的类型). */
export const REMARK_KINDS = { REMARK: '意见建议', COMPLAINT: '投诉', PRAISE: '表扬' } as const;
export type RemarkKind = keyof typeof REMARK_KINDS;

/** How remarks are received and answered: data, not law. */
export interface RemarkPolicy {
  /** Time to answer, from the day after it was handed in. */
  answerWithin: Readonly<Record<RemarkKind, Limit>>;
  /** Most remarks of one contact a day. */
  perContact: number;
  /** Most remarks without a contact on one subject a day. */
  anonymousPerSubject: number;
}

/**
 * P18 says that remarks are received and answered, not when. Fifteen working days for what needs looking into and seven for
 * the rest is what 12345 hotlines and offices for letters and visits (信访) usually promise: practice, bound by no law.
 */
export const USUAL_REMARK_POLICY: RemarkPolicy = {
  answerWithin: {
    COMPLAINT: { value: 15, unit: 'WORKING_DAY' },
    REMARK: { value: 7, unit: 'WORKING_DAY' },
    PRAISE: { value: 7, unit: 'WORKING_DAY' },
  },
  perContact: 5,
  anonymousPerSubject: 20,
};
