import { dayInChina } from '../../../shared/day';
import { insertRows } from '../../../shared/insert-rows';
import type { Json } from '../../../shared/journal';
import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { crossCheckFacts } from '../../queries/mandates/cross-check-facts';
import { within } from '../../queries/reader';
import { agencyViews } from '../../rules/mandates/agency-views';
import { checkAgency } from '../../rules/mandates/checks';
import { deadlineOf } from '../../rules/mandates/deadlines';
import { compareRuns, countByKind, type RunRecord } from '../../rules/mandates/cross-check-run';
import type { OrganisationAction } from '../../rules/permissions';
import { insertFindings, knownFindings } from './store-findings';

export interface RunCrossCheck {
  regionCode: string;
}

/** Checks a region's mandates against its list and keeps the result, compared with the run before. Its statements do not grow with the list. */
export const runCrossCheck: Command<OrganisationTx, OrganisationAction, RunCrossCheck, RunRecord> = {
  action: 'runCrossCheck',
  target: ({ regionCode }) => ({ regionCode }),
  async handle({ regionCode }, { tx, now }) {
    const day = dayInChina(now);
    const facts = await crossCheckFacts(within(tx), regionCode, day);
    if (facts.agencies.size === 0) return refuse('UNKNOWN_REGION', null, `该区划没有登记机构：${regionCode}`, [{ path: 'regionCode', value: regionCode }]);
    const views = agencyViews(facts);
    const findings = views.flatMap(checkAgency);
    const ids = findings.map(({ id }) => id);
    const before = await lastRun(tx, regionCode);
    const onRecord = await knownFindings(tx, ids);
    const { fresh, gone, still } = compareRuns(before?.ids ?? [], ids);
    const run: RunRecord = {
      regionCode,
      number: (before?.number ?? 0) + 1,
      at: now.toISOString(),
      day,
      items: views.reduce((sum, { items }) => sum + items.length, 0),
      mandates: views.filter(({ mandate }) => mandate !== null).length,
      totals: countByKind(findings),
      fresh: fresh.length,
      gone: gone.length,
      still: still.length,
    };
    await insertFindings(tx, findings.filter(({ id }) => !onRecord.has(id)), now);
    await reopenAndEnd(tx, regionCode, ids, run, now);
    await insertRows(tx, 'organisation.cross_check_run', RUN_COLUMNS, [runRow(run)]);
    await insertRows(tx, 'organisation.run_finding', FOUND_COLUMNS, ids.map((id) => ({ region_code: regionCode, number: run.number, finding_id: id })));
    const entry = {
      action: 'CrossCheckRun',
      subject: { kind: 'CrossCheck', id: `${regionCode}-${run.number}` },
      summary: `交叉核对第${run.number}次：问题${ids.length}个，新增${run.fresh}，消除${run.gone}，仍在${run.still}`,
      before: null,
      after: run as unknown as Json,
    };
    return accept({ value: run, entries: [entry] });
  },
};

const RUN_COLUMNS = { region_code: 'text', number: 'int', at: 'timestamptz', day: 'date', items: 'int', mandates: 'int', totals: 'jsonb', fresh: 'int', gone: 'int', still: 'int' } as const;
const runRow = ({ regionCode, ...run }: RunRecord) => ({ region_code: regionCode, ...run });
const FOUND_COLUMNS = { region_code: 'text', number: 'int', finding_id: 'text' } as const;

async function lastRun(tx: OrganisationTx, regionCode: string): Promise<{ number: number; ids: string[] } | null> {
  const [run] = await tx.$queryRawUnsafe<{ number: number; ids: string[] }[]>(
    `SELECT r.number, (SELECT coalesce(json_agg(f.finding_id), '[]') FROM organisation.run_finding f WHERE f.region_code = r.region_code AND f.number = r.number) AS ids
     FROM organisation.cross_check_run r WHERE r.region_code = $1 ORDER BY r.number DESC LIMIT 1`,
    regionCode,
  );
  return run ?? null;
}

const GONE = '复核时已消除';

/** What is no longer found is closed; what a run closed and is found again is open again. What a person closed stays closed. */
async function reopenAndEnd(tx: OrganisationTx, regionCode: string, found: readonly string[], run: RunRecord, now: Date): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE organisation.mandate_finding SET state = 'CLOSED', closure = $3, closed_at = $4::timestamptz
     WHERE region_code = $1 AND state <> 'CLOSED' AND id <> ALL($2::text[])`,
    regionCode,
    found,
    GONE,
    now.toISOString(),
  );
  await tx.$executeRawUnsafe(
    `UPDATE organisation.mandate_finding SET state = 'OPEN', closure = NULL, closed_at = NULL, raised_on = $4::date, deadline = $5::date
     WHERE region_code = $1 AND state = 'CLOSED' AND closure = $3 AND id = ANY($2::text[])`,
    regionCode,
    found,
    GONE,
    run.day,
    deadlineOf(run.day),
  );
}
