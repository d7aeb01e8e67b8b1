import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { guideDocument, type GuideDocument } from '../guide-document';

/** Why a draft goes back: where in the guide, and what is to be done. */
export interface ReturnReason {
  /** E.g. `materials.0.name`; empty for the whole guide. */
  path: string;
  reason: string;
}

const MOST_REASONS = 100;
const LONGEST_REASON = 500;

/** P15: who sends a guide back says everything that is wrong, once, and where (as 许可法 32(4) asks of a correction notice). */
export function checkReasons(reasons: readonly ReturnReason[], document: GuideDocument): Outcome<ReturnReason[]> {
  if (reasons.length === 0) return refuse('REASONS_MISSING', '许可法 32(4)', '退回草稿要一次说清全部理由', [{ path: 'reasons', value: null }]);
  if (reasons.length > MOST_REASONS) return refuse('REASONS_TOO_MANY', null, `退回理由最多 ${MOST_REASONS} 条`, [{ path: 'reasons', value: String(reasons.length) }]);
  const told = reasons.map(({ path, reason }) => ({ path: path.trim(), reason: reason.trim() }));
  const faulty = told.flatMap(({ path, reason }, i) => [
    ...(reason === '' || reason.length > LONGEST_REASON ? [{ path: `reasons.${i}.reason`, value: reason.slice(0, 40) }] : []),
    ...(isPlace(path, document) ? [] : [{ path: `reasons.${i}.path`, value: path.slice(0, 100) }]),
  ]);
  if (faulty.length > 0) return refuse('REASON_MALFORMED', null, `退回理由要指明指南中的位置，并写明 1–${LONGEST_REASON} 字的理由`, faulty);
  return accept(told);
}

/** Whether a path names a place of the guide: one of its elements, and below that something it has. */
function isPlace(path: string, document: GuideDocument): boolean {
  if (path === '' || path === 'effectiveOn') return true;
  const [element, ...below] = path.split('.');
  if (!Object.hasOwn(guideDocument.shape, element!)) return false;
  let value: unknown = document[element as keyof GuideDocument];
  for (const key of below) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}
