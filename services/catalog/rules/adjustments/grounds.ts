import { accept, refuse, type Outcome } from '../../../shared/outcome';

/** A document (文件) by which something was decided. */
export interface DecisionDocument {
  title: string;
  number: string | null;
  /** `YYYY-MM-DD`. */
  date: string;
}

/** What every adjustment must carry (domain §4), as it was sent: anything may be missing. */
export interface Grounds {
  grounds: string | null;
  document: DecisionDocument | null;
  legalityOpinion: string | null;
  approver: string | null;
  /** First day it holds. */
  effectiveOn: string;
}

/** The same, complete. */
export interface CompleteGrounds extends Grounds {
  grounds: string;
  document: DecisionDocument;
  legalityOpinion: string;
  approver: string;
}

export const isBlank = (text: string | null | undefined): boolean => text == null || text.trim() === '';

/** A document is complete when it can be looked up: a title and a date; not all documents have a number. */
export const isComplete = (document: DecisionDocument | null | undefined): document is DecisionDocument =>
  document != null && !isBlank(document.title);

/**
 * Domain §4: every adjustment carries its grounds, its decision document, the legality opinion (P10), its approver and
 * the day it takes effect, which is not before the decision.
 */
export function completeGrounds({ grounds, document, legalityOpinion, approver, effectiveOn }: Grounds): Outcome<CompleteGrounds> {
  const missing = (code: string, rule: string, what: string, path: string): Outcome<never> =>
    refuse(code, rule, `动态调整须载明${what}`, [{ path: `decision.${path}`, value: null }]);
  if (grounds === null || isBlank(grounds)) return missing('MISSING_GROUNDS', 'P14', '调整依据和理由', 'grounds');
  if (!isComplete(document)) return missing('MISSING_DECISION_DOCUMENT', 'P14', '决定文件（名称、文号、日期）', 'document');
  if (legalityOpinion === null || isBlank(legalityOpinion))
    return missing('MISSING_LEGALITY_OPINION', 'P10', '合法性审查意见', 'legalityOpinion');
  if (approver === null || isBlank(approver)) return missing('MISSING_APPROVER', 'P14', '批准人', 'approver');
  if (effectiveOn < document.date)
    return refuse('EFFECTIVE_BEFORE_DOCUMENT', 'P14', `生效日期 ${effectiveOn} 早于决定文件日期 ${document.date}`, [
      { path: 'decision.effectiveOn', value: effectiveOn },
      { path: 'decision.document.date', value: document.date },
    ]);
  return accept({ grounds, document, legalityOpinion, approver, effectiveOn });
}
