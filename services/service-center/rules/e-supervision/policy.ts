import { z } from 'zod';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { Severity, SignalKind } from './signal';

const KINDS = [
  'NEAR_DUE', 'OVERDUE_PROMISED', 'OVERDUE_STATUTORY', 'STEP_OVERDUE', 'INTAKE_OVERDUE', 'REPEATED_CORRECTION', 'NO_REASON_FOR_REFUSAL',
  'STEP_SKIPPED', 'MISSING_REQUIRED_MATERIAL', 'WRONG_OFFICE', 'OFF_LIST_ITEM', 'EXTENSION_WITHOUT_APPROVAL', 'FEE_WITHOUT_BASIS', 'LATE_REPORT',
] as const satisfies readonly SignalKind[];

/** Thresholds and weights of a region from a day on (监察规则): data, not law. */
export interface SupervisionPolicy {
  /** A warning when this share of the limit is used, or so many of its days are left. */
  nearDueShare: number;
  nearDueDaysLeft: number;
  /** An event that arrives later than this many hours after it happened is late. */
  lateReportHours: number;
  /** Working days an agency has to answer a signal; after them it may be upheld unanswered. */
  answerDays: number;
  severity: Readonly<Record<SignalKind, Severity>>;
  /** Kinds this region does not raise. */
  off: readonly SignalKind[];
  score: ScoreWeights;
}

/** How a month is scored: from `base`, less so much for each signal that was not revoked. */
export interface ScoreWeights {
  base: number;
  yellow: number;
  red: number;
  /** So many working days in a row with a signal cost `successive`, each run of them once. */
  successiveDays: number;
  successive: number;
  /** From this share of cases decided before their due day on, `early` is added. */
  earlyShare: number;
  early: number;
}

/** Where no region has laid down its own: domain §6, the weights those of one real city. */
export const USUAL_SUPERVISION: SupervisionPolicy = {
  nearDueShare: 0.9,
  nearDueDaysLeft: 1,
  lateReportHours: 24,
  answerDays: 5,
  severity: {
    NEAR_DUE: 'YELLOW',
    OVERDUE_PROMISED: 'RED',
    OVERDUE_STATUTORY: 'RED',
    STEP_OVERDUE: 'YELLOW',
    INTAKE_OVERDUE: 'RED',
    REPEATED_CORRECTION: 'YELLOW',
    NO_REASON_FOR_REFUSAL: 'RED',
    STEP_SKIPPED: 'YELLOW',
    MISSING_REQUIRED_MATERIAL: 'RED',
    WRONG_OFFICE: 'YELLOW',
    OFF_LIST_ITEM: 'RED',
    EXTENSION_WITHOUT_APPROVAL: 'RED',
    FEE_WITHOUT_BASIS: 'RED',
    LATE_REPORT: 'YELLOW',
  },
  off: [],
  score: { base: 100, yellow: 5, red: 10, successiveDays: 3, successive: 3, earlyShare: 0.1, early: 1 },
};

const kind = z.enum(KINDS);
const share = z.number().min(0).max(1);
const points = z.number().min(0).max(1000);
const days = z.int().min(0).max(1000);
const stated = z
  .strictObject({
    nearDueShare: share,
    nearDueDaysLeft: days,
    lateReportHours: z.number().min(0).max(10_000),
    answerDays: days,
    severity: z.partialRecord(kind, z.enum(['YELLOW', 'RED'])),
    off: z.array(kind).max(KINDS.length),
    score: z
      .strictObject({ base: points, yellow: points, red: points, successiveDays: days.min(1), successive: points, earlyShare: share, early: points })
      .partial(),
  })
  .partial();

/** Reads a region's policy: what it does not state is as usual. */
export function parsePolicy(input: unknown): Outcome<SupervisionPolicy> {
  const parsed = stated.safeParse(input, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = ['policy', ...(issue?.path ?? [])].map(String).join('.');
    return refuse('MALFORMED_POLICY', null, `${path}：${issue?.message ?? ''}`, [{ path, value: null }]);
  }
  const { severity, score, ...rest } = parsed.data;
  return accept({
    ...USUAL_SUPERVISION,
    ...rest,
    severity: { ...USUAL_SUPERVISION.severity, ...severity },
    score: { ...USUAL_SUPERVISION.score, ...score },
  });
}
