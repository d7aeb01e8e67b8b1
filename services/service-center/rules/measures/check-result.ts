import { z } from 'zod';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { CHECK_RESULTS, type CheckResult } from './measure-terms';
import { checkId, malformed } from './planned-check';

/** What a check found, as the agency records it. */
export interface RecordedResult {
  checkId: string;
  checkedOn: string;
  result: CheckResult;
  /** Day by which what was found is put right; of RECTIFY alone. */
  rectifyBy: string | null;
  note: string | null;
}

const recorded = z.object({
  checkId,
  checkedOn: z.iso.date(),
  result: z.enum(Object.keys(CHECK_RESULTS) as [CheckResult, ...CheckResult[]]),
  rectifyBy: z.iso.date().nullish().transform((day) => day ?? null),
  note: z.string().trim().max(2000).refine((text) => !text.includes('\0'), '不能含有空字符').nullish().transform((text) => text || null),
});

export function parseCheckResult(given: unknown): Outcome<RecordedResult> {
  const parsed = recorded.safeParse(given, { error: z.locales.zhCN().localeError });
  return parsed.success ? accept(parsed.data) : malformed(parsed.error.issues[0]);
}

/**
 * P16: of a planned check, once it was made, what it found; what is to be put right, by a day. A result is recorded once:
 * the same again is nothing new, another is refused.
 */
export function recordResult(result: RecordedResult, planned: Omit<RecordedResult, 'checkId' | 'checkedOn' | 'result'> & { checkedOn: string | null; result: CheckResult | null } | null, today: string): Outcome<'NEW' | 'SAME'> {
  const no = (code: string, message: string, path: string, value: string | null) => refuse(code, 'P16', message, [{ path, value }]);
  if (planned === null) return no('CHECK_UNKNOWN', '本单位没有计划这项检查', 'checkId', result.checkId);
  if (result.checkedOn > today) return no('CHECKED_IN_FUTURE', '检查日期晚于今天', 'checkedOn', result.checkedOn);
  if ((result.result === 'RECTIFY') !== (result.rectifyBy !== null)) return no('RECTIFY_BY', '责令改正应写明改正期限，其他结果不写', 'rectifyBy', result.rectifyBy);
  if (result.rectifyBy !== null && result.rectifyBy < result.checkedOn) return no('RECTIFY_BY', '改正期限不能早于检查日期', 'rectifyBy', result.rectifyBy);
  if (planned.result === null) return accept('NEW');
  const same = planned.result === result.result && planned.checkedOn === result.checkedOn && planned.rectifyBy === result.rectifyBy && planned.note === result.note;
  return same ? accept('SAME') : no('RESULT_EXISTS', '该检查已有另一结果', 'checkId', result.checkId);
}
