import type { RemarkKind } from '../../rules/remarks/remark-policy';
import type { RemarkContact } from '../../rules/remarks/remark-contact';
import type { RemarkState } from '../../rules/remarks/remark-states';

/** A remark as it is read. What is not for everybody is null where everybody reads. */
export interface RemarkRow {
  id: string;
  kind: RemarkKind;
  state: RemarkState;
  itemCode: string;
  caseNumber: string | null;
  agencyCode: string;
  /** Null when it is not registered. */
  agencyName: string | null;
  text: string;
  submittedOn: string;
  dueOn: string;
  /** ISO 8601 in UTC; null while it waits. */
  answeredAt: string | null;
  answer: string | null;
  withheldReason: string | null;
  contact: RemarkContact | null;
}

/** What everybody may read of a remark `r`. */
const SHOWN = `r.id, r.kind, r.state, r.item_code AS "itemCode", r.agency_code AS "agencyCode",
  (SELECT a.name FROM service_center.agency a WHERE a.code = r.agency_code) AS "agencyName", r.text, r.submitted_on::text AS "submittedOn",
  r.due_on::text AS "dueOn", to_char(r.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "answeredAt", r.answer`;

export const PUBLISHED_COLUMNS = `${SHOWN}, NULL AS "caseNumber", NULL AS "withheldReason", NULL AS contact`;

/** What the remarker reads with the query code. */
export const TRACKED_COLUMNS = `${SHOWN}, r.case_number AS "caseNumber", r.withheld_reason AS "withheldReason", NULL AS contact`;

/** What those read who answer and who supervise: with the contact where `withContact`, a parameter, is true. */
export const answeringColumns = (withContact: string): string => `${SHOWN}, r.case_number AS "caseNumber", r.withheld_reason AS "withheldReason",
  CASE WHEN ${withContact}::boolean THEN (SELECT json_build_object('name', c.name, 'contact', c.contact) FROM service_center.remark_contact c
    WHERE c.remark_id = r.id AND c.erased_at IS NULL) END AS contact`;
