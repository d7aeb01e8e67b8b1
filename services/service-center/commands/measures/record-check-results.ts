import { dayInChina } from '../../../shared/day';
import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import { parseCheckResult, recordResult, type RecordedResult } from '../../rules/measures/check-result';
import type { ServiceCenterAction } from '../../rules/permissions';
import { checkBatch, readBatch, storedChecks, targetOf, type CheckAnswer } from './check-answers';

export interface RecordCheckResultsInput {
  agencyCode: string;
  results: readonly unknown[];
}

/** Records what planned checks found (P16): each by itself, once; the same again is a duplicate. Two statements, however many. */
export const recordCheckResults: Command<ServiceCenterTx, ServiceCenterAction, RecordCheckResultsInput, CheckAnswer[]> = {
  action: 'record-check-results',
  target: targetOf,
  async handle({ agencyCode, results }, { tx, now }) {
    checkBatch(results, 'results');
    const today = dayInChina(now);
    const { answers, read } = readBatch(results, parseCheckResult);
    const known = await storedChecks(tx, agencyCode, read.map(({ check }) => check.checkId));
    const recorded: RecordedResult[] = [];
    for (const { answer, check } of read) {
      const planned = known.get(check.checkId) ?? null;
      const outcome = recordResult(check, planned, today);
      if (!outcome.ok) answer.reason = outcome.refusal;
      else if (outcome.value === 'SAME') answer.status = 'DUPLICATE';
      else {
        answer.status = 'ACCEPTED';
        known.set(check.checkId, { ...planned!, ...check });
        recorded.push(check);
      }
    }
    if (recorded.length === 0) return accept({ value: answers, entries: [] });
    await writeResults(tx, agencyCode, recorded, now);
    const entry = {
      action: 'CheckResultsRecorded',
      subject: { kind: 'MeasureChecks', id: agencyCode },
      summary: `${agencyCode} 记录监管检查结果 ${recorded.length} 项`,
      before: null,
      // A note may name people.
      after: { agencyCode, results: recorded.map(({ note: _note, ...result }) => result) },
    };
    return accept({ value: answers, entries: [entry] });
  },
};

async function writeResults(tx: ServiceCenterTx, agencyCode: string, results: readonly RecordedResult[], now: Date): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE service_center.measure_check c SET checked_on = r."checkedOn", result = r.result, rectify_by = r."rectifyBy", note = r.note, recorded_at = $3::timestamptz
     FROM jsonb_to_recordset($2::jsonb) AS r("checkId" text, "checkedOn" date, result text, "rectifyBy" date, note text)
     WHERE c.agency_code = $1 AND c.id = r."checkId"`,
    agencyCode,
    JSON.stringify(results),
    now.toISOString(),
  );
}
