import type { ExtensionTerms } from './extension';
import type { Limit } from './limit';

const workingDays = (value: number): Limit => ({ value, unit: 'WORKING_DAY' });
const calendarDays = (value: number): Limit => ({ value, unit: 'CALENDAR_DAY' });

/** A limit the law itself sets, and where. */
export interface StatutoryLimit {
  limit: Limit;
  rule: string;
}

/** How a licence is handled: by one organ, by several together, or examined below before it is decided above. */
export const HANDLINGS = { ORDINARY: '一般办理', JOINT: '统一、联合或者集中办理', PRE_REVIEW: '下级机关审查' } as const;
export type Handling = keyof typeof HANDLINGS;

/** 行政许可法. Limits of the organ count working days, statutory holidays excluded (82). */
export const LICENSING_LAW = {
  /** One notice naming everything to be corrected. */
  intake: { limit: workingDays(5), rule: '许可法 32(4)' },
  decision: {
    ORDINARY: { limit: workingDays(20), rule: '许可法 42¶1' },
    JOINT: { limit: workingDays(45), rule: '许可法 42¶2' },
    PRE_REVIEW: { limit: workingDays(20), rule: '许可法 43' },
  },
  extension: {
    ORDINARY: { by: workingDays(10), approver: 'AGENCY_HEAD', rule: '许可法 42¶1' },
    JOINT: { by: workingDays(15), approver: 'GOVERNMENT_HEAD', rule: '许可法 42¶2' },
    PRE_REVIEW: null,
  },
  delivery: { limit: workingDays(10), rule: '许可法 44' },
  hearingRequest: { limit: workingDays(5), rule: '许可法 47¶1' },
  hearingHeld: { limit: workingDays(20), rule: '许可法 47¶1' },
  hearingNotice: { limit: workingDays(7), rule: '许可法 48(1)' },
  /** The applicant's own time, to which 82 does not apply: it is about limits of the organ. */
  renewal: { limit: calendarDays(30), rule: '许可法 50¶1' },
} as const satisfies Record<string, StatutoryLimit | Record<Handling, StatutoryLimit | ExtensionTerms | null>>;

/** 行政处罚法 (2021): 90 days from the filing of the case (60); seven days to deliver, which are working days (61, 85). */
export const PENALTY_LAW = {
  decision: { limit: calendarDays(90), rule: '处罚法 60' },
  delivery: { limit: workingDays(7), rule: '处罚法 61、85' },
} as const satisfies Record<string, StatutoryLimit>;

/** 行政强制法 69: limits of up to ten days are working days; longer ones are calendar days. */
export const coercionLimit = (days: number): StatutoryLimit => ({
  limit: days <= 10 ? workingDays(days) : calendarDays(days),
  rule: '强制法 69',
});
