import type { Duty } from './mandate-document';
import type { MandateFindingKind, Severity } from './vocabulary';

/** The duty a finding is about, quoted. */
export interface FoundDuty extends Duty {
  mandateId: string;
  /** Place in the mandate, from 0. */
  place: number;
}

/** One thing in which mandate and list do not agree (design 2 §5), explained in a sentence a clerk understands. */
export interface Finding {
  /** Kind, agency and what it is about: the same finding has the same id in every run. */
  id: string;
  kind: MandateFindingKind;
  severity: Severity;
  /** The agency that has to put it right. */
  agencyCode: string;
  duty: FoundDuty | null;
  itemCode: string | null;
  /** The item as the list states it, quoted. */
  itemText: string | null;
  officeId: string | null;
  /** Chinese, one sentence. */
  explanation: string;
  /** Chinese: what to do. */
  proposedAction: string;
  /** Clause it enforces. */
  clause: string;
  /** Rests on a similarity that nobody has confirmed yet. */
  candidate: boolean;
  /** How alike, 0–1; null when nothing was compared. */
  score: number | null;
}

/** What a check says of one case; the rest follows from the check and the agency. */
export type Found = Pick<Finding, 'explanation' | 'proposedAction'> & {
  /** What tells it from the check's other findings at this agency. */
  about: readonly (string | number)[];
} & Partial<Pick<Finding, 'severity' | 'agencyCode' | 'duty' | 'itemCode' | 'itemText' | 'officeId' | 'candidate' | 'score'>>;
