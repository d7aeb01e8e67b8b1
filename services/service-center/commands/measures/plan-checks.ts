import { dayInChina } from '../../../shared/day';
import { insertRows } from '../../../shared/insert-rows';
import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import { listedItemsOnDay } from '../../queries/listed-items-on-day';
import { parsePlannedCheck, planCheck, type MeasureSpan, type PlannedCheck } from '../../rules/measures/planned-check';
import type { ServiceCenterAction } from '../../rules/permissions';
import { checkBatch, readBatch, storedChecks, targetOf, type CheckAnswer } from './check-answers';

export interface PlanChecksInput {
  agencyCode: string;
  checks: readonly unknown[];
}

type Planned = PlannedCheck & { version: number };

/** Plans checks under the measures of an agency's items (P16): each by itself, the same again is a duplicate. Five statements, however many. */
export const planChecks: Command<ServiceCenterTx, ServiceCenterAction, PlanChecksInput, CheckAnswer[]> = {
  action: 'plan-checks',
  target: targetOf,
  async handle({ agencyCode, checks }, { tx, now }) {
    checkBatch(checks, 'checks');
    const { answers, read } = readBatch(checks, parsePlannedCheck);
    const codes = [...new Set(read.map(({ check }) => check.itemCode))];
    const known = new Map<string, PlannedCheck>(await storedChecks(tx, agencyCode, read.map(({ check }) => check.checkId)));
    const items = await listedItemsOnDay(tx, codes, dayInChina(now));
    const spans = await measureSpans(tx, codes);
    const planned: Planned[] = [];
    for (const { answer, check } of read) {
      const isOwn = items.get(check.itemCode)?.agencyCode === agencyCode;
      const outcome = planCheck(check, isOwn, spans.get(check.itemCode) ?? [], known.get(check.checkId) ?? null);
      if (!outcome.ok) answer.reason = outcome.refusal;
      else if (outcome.value.kind === 'SAME') answer.status = 'DUPLICATE';
      else {
        answer.status = 'ACCEPTED';
        known.set(check.checkId, check);
        planned.push({ ...check, version: outcome.value.version });
      }
    }
    if (planned.length === 0) return accept({ value: answers, entries: [] });
    await writeChecks(tx, agencyCode, planned);
    const entry = {
      action: 'ChecksPlanned',
      subject: { kind: 'MeasureChecks', id: agencyCode },
      summary: `${agencyCode} 计划监管检查 ${planned.length} 项`,
      before: null,
      // Whom they are about stays out: it may be a person.
      after: { agencyCode, checks: planned.map(({ subject: _subject, ...check }) => check) },
    };
    return accept({ value: answers, entries: [entry] });
  },
};

/** Every version of the measures of items, by item, with the days they hold. One statement. */
async function measureSpans(tx: ServiceCenterTx, itemCodes: readonly string[]): Promise<Map<string, MeasureSpan[]>> {
  const rows = await tx.$queryRawUnsafe<(MeasureSpan & { itemCode: string })[]>(
    `SELECT item_code AS "itemCode", version, number, valid_from::text AS "validFrom", valid_to::text AS "validTo"
     FROM service_center.supervision_measure WHERE item_code = ANY($1::text[])`,
    itemCodes,
  );
  const spans = new Map<string, MeasureSpan[]>();
  for (const { itemCode, ...span } of rows) spans.set(itemCode, [...(spans.get(itemCode) ?? []), span]);
  return spans;
}

const writeChecks = (tx: ServiceCenterTx, agencyCode: string, checks: readonly Planned[]): Promise<void> =>
  insertRows(
    tx,
    'service_center.measure_check',
    { agency_code: 'text', id: 'text', region_code: 'text', item_code: 'text', version: 'int', number: 'int', planned_on: 'date', subject: 'text' },
    checks.map(({ checkId, itemCode, version, measure, plannedOn, subject }) => ({
      agency_code: agencyCode, id: checkId, region_code: targetOf({ agencyCode }).regionCode, item_code: itemCode, version, number: measure, planned_on: plannedOn, subject,
    })),
  );
