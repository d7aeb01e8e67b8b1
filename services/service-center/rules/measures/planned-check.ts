import { z } from 'zod';
import { accept, refuse, type Outcome } from '../../../shared/outcome';

/** A check as it is planned, under one of an item's measures. */
export interface PlannedCheck {
  checkId: string;
  itemCode: string;
  /** The measure's place in the item's set. */
  measure: number;
  plannedOn: string;
  subject: string;
}

/** The set in force on some days, of an item. */
export interface MeasureSpan {
  version: number;
  number: number;
  validFrom: string;
  validTo: string;
}

/** The agency's own id: letters, digits and marks, so that no name is in it. */
export const checkId = z.string().regex(/^[0-9A-Za-z._/-]{1,64}$/, '编号只能由字母、数字和 . _ / - 组成，最多 64 字');
const planned = z.object({
  checkId,
  itemCode: z.string().trim().min(1).max(64),
  measure: z.int().min(1).max(50),
  plannedOn: z.iso.date(),
  subject: z.string().trim().min(1).max(200).refine((text) => !text.includes('\0'), '不能含有空字符'),
});

export const malformed = (issue: z.core.$ZodIssue | undefined): Outcome<never> => {
  const path = issue?.path.map(String).join('.') ?? '';
  return refuse('MALFORMED', null, `${path || '检查'}：${issue?.message ?? '不合格式'}`, [{ path, value: null }]);
};

export function parsePlannedCheck(given: unknown): Outcome<PlannedCheck> {
  const parsed = planned.safeParse(given, { error: z.locales.zhCN().localeError });
  return parsed.success ? accept(parsed.data) : malformed(parsed.error.issues[0]);
}

/** What becomes of a planned check: written under the measure in force that day, or nothing new. */
export type Planning = { kind: 'NEW'; version: number } | { kind: 'SAME' };

/** P16: a check is planned under a measure that the item, one of the agency's own, has on that day. The same again is the same plan. */
export function planCheck(check: PlannedCheck, isOwnItem: boolean, spans: readonly MeasureSpan[], existing: Omit<PlannedCheck, 'checkId'> | null): Outcome<Planning> {
  if (existing !== null) {
    const same = existing.itemCode === check.itemCode && existing.measure === check.measure && existing.plannedOn === check.plannedOn && existing.subject === check.subject;
    return same ? accept({ kind: 'SAME' }) : refuse('CHECK_EXISTS', null, '该编号已用于另一项检查', [{ path: 'checkId', value: check.checkId }]);
  }
  if (!isOwnItem) return refuse('NOT_THE_IMPLEMENTING_BODY', 'P2', '只能检查本单位实施的事项', [{ path: 'itemCode', value: check.itemCode }]);
  const span = spans.find(({ number, validFrom, validTo }) => number === check.measure && validFrom <= check.plannedOn && check.plannedOn < validTo);
  if (span === undefined) return refuse('MEASURE_UNKNOWN', 'P16', '事项当日没有这项监管措施', [{ path: 'measure', value: String(check.measure) }]);
  return accept({ kind: 'NEW', version: span.version });
}
