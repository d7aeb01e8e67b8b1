import { Rejected } from '../../../shared/errors';
import type { Outcome, Refusal } from '../../../shared/outcome';
import type { ServiceCenterTx } from '../../context';
import { regionOfAgency } from '../../rules/region-of-agency';
import type { CheckResult } from '../../rules/measures/measure-terms';

/** What becomes of one check of a batch. */
export const CHECK_STATUSES = { ACCEPTED: '已记录', DUPLICATE: '已有，未重复记录', REJECTED: '未记录' } as const;
export type CheckStatus = keyof typeof CHECK_STATUSES;

/** The answer to one check of a batch, in the order they were handed in. */
export interface CheckAnswer {
  checkId: string | null;
  status: CheckStatus;
  reason: Refusal | null;
}

export const MOST_CHECKS = 1000;

export const targetOf = ({ agencyCode }: { agencyCode: string }) => ({ agencyCode, regionCode: regionOfAgency(agencyCode) });

export function checkBatch(given: readonly unknown[], path: string): void {
  if (given.length === 0 || given.length > MOST_CHECKS) throw new Rejected('BAD_USER_INPUT', `一批应有 1 至 ${MOST_CHECKS} 项，收到 ${given.length} 项`, path);
}

/** Reads each of a batch by itself: what can be read, and an answer for each that is rejected until it is found otherwise. */
export function readBatch<Read extends { checkId: string }>(given: readonly unknown[], parse: (each: unknown) => Outcome<Read>): { answers: CheckAnswer[]; read: { answer: CheckAnswer; check: Read }[] } {
  const answers: CheckAnswer[] = [];
  const read = given.flatMap((each) => {
    const parsed = parse(each);
    const id = (each as { checkId?: unknown } | null)?.checkId;
    const answer: CheckAnswer = { checkId: typeof id === 'string' ? id.slice(0, 64) : null, status: 'REJECTED', reason: parsed.ok ? null : parsed.refusal };
    answers.push(answer);
    return parsed.ok ? [{ answer, check: parsed.value }] : [];
  });
  return { answers, read };
}

/** A check of an agency as it is stored. */
export interface StoredCheck {
  checkId: string;
  itemCode: string;
  measure: number;
  plannedOn: string;
  subject: string;
  checkedOn: string | null;
  result: CheckResult | null;
  rectifyBy: string | null;
  note: string | null;
}

/** An agency's checks by id. One statement, however many. */
export async function storedChecks(tx: ServiceCenterTx, agencyCode: string, ids: readonly string[]): Promise<Map<string, StoredCheck>> {
  const rows = await tx.$queryRawUnsafe<StoredCheck[]>(
    `SELECT id AS "checkId", item_code AS "itemCode", number AS measure, planned_on::text AS "plannedOn", subject, checked_on::text AS "checkedOn", result,
       rectify_by::text AS "rectifyBy", note FROM service_center.measure_check WHERE agency_code = $1 AND id = ANY($2::text[])`,
    agencyCode,
    ids,
  );
  return new Map(rows.map((row) => [row.checkId, row]));
}
