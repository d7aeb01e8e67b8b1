import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { isBlank, isComplete, type DecisionDocument } from './grounds';

/** What makes an addition to the list an exception on record (P6), as it was sent. */
export interface ExceptionRecord {
  /** The superior law that gives the power, as a citation. */
  superiorLaw: string | null;
  /** The government's approval of the addition. */
  approval: DecisionDocument | null;
}

/**
 * P6 “原则上只减不增”: an addition is possible as a recorded exception only: a superior law, a named decision, an
 * approval by the government. A split or a take-over adds no power that is new in law, so it names no superior law.
 */
export function recordedException({ superiorLaw, approval }: ExceptionRecord, needsLaw: boolean): Outcome<ExceptionRecord> {
  if (needsLaw && isBlank(superiorLaw))
    return refuse('MISSING_SUPERIOR_LAW', 'P6', '新增事项须载明上位法依据', [{ path: 'exception.superiorLaw', value: null }]);
  if (!isComplete(approval))
    return refuse('MISSING_GOVERNMENT_APPROVAL', 'P6', '清单事项原则上只减不增，新增须有政府批准文件', [
      { path: 'exception.approval', value: null },
    ]);
  return accept({ superiorLaw: isBlank(superiorLaw) ? null : superiorLaw, approval });
}
