import { PrismaClient } from '../../prisma/service-center/client/client';
import { recordCaseEvents } from '../../services/service-center/commands/cases/record-case-events';
import { runSupervision, type SupervisionRun } from '../../services/service-center/commands/e-supervision/run-supervision';
import { recordGuides } from '../../services/service-center/commands/record-guides';
import type { ServiceCenterStore, ServiceCenterTx } from '../../services/service-center/context';
import { catalogProjection } from '../../services/service-center/followers/catalog-projection';
import { organisationProjection } from '../../services/service-center/followers/organisation-projection';
import { caseTimeliness } from '../../services/service-center/queries/cases/case-timeliness';
import { SERVICE_CENTER_PERMISSIONS } from '../../services/service-center/rules/permissions';
import { systemActor } from '../../services/shared/actor';
import { serverDatabase } from '../../services/shared/database';
import type { JournalEntry, Json } from '../../services/shared/journal';
import { migrate } from '../../services/shared/migrate';
import { inProject } from '../../services/shared/project-root';
import type { Outcome } from '../../services/shared/outcome';
import { runCommand } from '../../services/shared/run-command';
import { Wake } from '../../services/shared/wake';
import { aGuide } from '../services/service-center/a-guide';
import { onServer } from '../support/database';
import { AGENCIES, eventsOfYear, ITEMS, itemsOf, officesOf, type BenchEvent } from './year-of-cases';

// A year of cases on a PostgreSQL server, in a database of its own that is dropped afterwards:
//   npm run bench:cases -- postgresql://postgres@127.0.0.1:5432/postgres [cases] [--keep]
const BATCH = 1000;
const DATABASE = 'hub_bench_cases';
const END = new Date('2026-01-01T02:00:00Z');

async function main([server, cases = '100000', keep]: readonly string[]): Promise<void> {
  if (!server) throw new Error('usage: bench:cases -- <url of a PostgreSQL server> [cases] [--keep]');
  await onServer(server, `DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await onServer(server, `CREATE DATABASE ${DATABASE}`);
  const url = new URL(server);
  url.pathname = `/${DATABASE}`;
  const database = serverDatabase(url.href, 4);
  let now = END;
  const store: ServiceCenterStore = { schema: 'service_center', database, prisma: new PrismaClient({ adapter: database.adapter() }), wake: new Wake(), now: () => now };
  try {
    await migrate(database.pool, 'service_center', inProject('prisma', 'service-center', 'migrations'));
    await prepare(store);
    const perBatch = await report(store, batchesOf(eventsOfYear(Number(cases), END)), (at) => void (now = at));
    console.log(`events: ${perBatch.events} of ${cases} cases`);
    console.log(`batches of ${BATCH}: ${perBatch.rate} events/s overall, ${perBatch.last} events/s for the last tenth, slowest batch ${perBatch.slowest} ms; ${perBatch.cpu} ms of this process’s CPU a batch`);
    now = END;
    await database.pool.query('VACUUM ANALYZE service_center.service_case, service_center.case_event');
    let run: Outcome<SupervisionRun> | null = null;
    const day = await timed(async () => (run = await runSupervision(store, '140100', systemActor('bench'))));
    console.log(`the day’s supervision run: ${day / 1000} s, ${JSON.stringify(run)}`);
    const again = await timed(async () => (run = await runSupervision(store, '140100', systemActor('bench'))));
    console.log(`the same day again: ${again / 1000} s, ${JSON.stringify(run)}`);
    for (const groupBy of [[], ['AGENCY'], ['AGENCY', 'ITEM', 'MONTH']] as const) {
      const took = await timed(() => caseTimeliness(database, { regionCode: '140100', agencyCode: null }, { from: '2025-01-01', to: '2025-12-31', today: '2026-01-01' }, groupBy));
      console.log(`CaseTimeliness of a year by ${groupBy.join(', ') || 'nothing'}: ${took} ms`);
    }
  } finally {
    await database.close();
    if (keep !== '--keep') await onServer(server, `DROP DATABASE ${DATABASE} WITH (FORCE)`);
  }
}

/** Batches as they come over the wire, so that a year of events does not weigh on the process that is measured. */
const batchesOf = (events: readonly BenchEvent[]): Buffer[] =>
  Array.from({ length: Math.ceil(events.length / BATCH) }, (_, n) => Buffer.from(JSON.stringify(events.slice(n * BATCH, (n + 1) * BATCH))));

/** What autovacuum does on an ordinary server, for one where it is off. Not timed. */
const STATISTICS = 'ANALYZE service_center.service_case, service_center.case_event, service_center.supervision_signal';

async function report(store: ServiceCenterStore, batches: readonly Buffer[], goTo: (at: Date) => void) {
  const took: number[] = [];
  const { database } = store;
  let reported = 0;
  const before = process.cpuUsage();
  for (const bytes of batches) {
    const events = JSON.parse(bytes.toString()) as BenchEvent[];
    goTo(new Date(events.at(-1)!.at));
    took.push(
      await timed(async () => {
        const outcome = await runCommand(store, SERVICE_CENTER_PERMISSIONS, recordCaseEvents, { regionCode: '140100', agencyCode: null, events }, systemActor('bench'));
        const rejected = outcome.ok ? outcome.value.find(({ status }) => status !== 'ACCEPTED') : outcome;
        if (rejected) throw new Error(JSON.stringify(rejected));
      }),
    );
    reported += events.length;
    if (took.length === 10 || took.length % 50 === 0) await database.pool.query(STATISTICS);
    if (took.length % 100 === 0) console.log(`  ${reported} events, ${rateOf(took.slice(-100))} events/s`);
  }
  const { user, system } = process.cpuUsage(before);
  return { events: reported, cpu: Math.round((user + system) / 1000 / batches.length), rate: rateOf(took), last: rateOf(took.slice(-Math.ceil(took.length / 10))), slowest: Math.max(...took) };
}

const rateOf = (took: readonly number[]): number => Math.round((took.length * BATCH * 1000) / took.reduce((sum, ms) => sum + ms, 0));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

/** The list, the agencies and the guides of the year. */
async function prepare(store: ServiceCenterStore): Promise<void> {
  const said = (action: string, kind: string, id: string, after: Json): JournalEntry =>
    ({ seq: 1, at: '', actor: systemActor('bench'), action, subject: { kind, id }, summary: '', before: null, after, hash: '' });
  await store.prisma.$transaction(async (tx: ServiceCenterTx) => {
    await catalogProjection.apply(tx, ITEMS.map(({ code, agencyCode, category }) => said('ItemListed', 'PowerItem', code, { code, name: code, subItem: null, category, status: 'LISTED', regionCode: '140100', agencyCode, levels: ['MUNICIPAL'], officeIds: [], validFrom: '2014-09-10' })));
    await organisationProjection.apply(tx, AGENCIES.map((code) => said('AgencyRegistered', 'Agency', code, { code, name: `机构${code}`, kind: 'DEPARTMENT', regionCode: '140100', phone: null, abolishedOn: null })));
    await organisationProjection.apply(tx, AGENCIES.flatMap(officesOf).map((id) => said('OfficeRegistered', 'Office', id, { id, agencyCode: id.slice(0, 9), name: id, phone: null, duties: null, closedOn: null })));
  });
  const guides = AGENCIES.flatMap((agency) =>
    itemsOf(agency).map(({ code }, i) => {
      const [first, second] = officesOf(agency);
      const [step1, step2] = aGuide().steps ?? [];
      return aGuide({
        itemCode: code,
        effectiveOn: '2024-01-01',
        statutoryLimit: { value: 20, unit: 'WORKING_DAY' },
        promisedLimit: { value: 5 + (i % 10), unit: 'WORKING_DAY' },
        steps: [{ ...step1!, officeId: first }, { ...step2!, officeId: second }],
        conditions: [code],
      });
    }),
  );
  const outcome = await runCommand(store, SERVICE_CENTER_PERMISSIONS, recordGuides, { guides }, systemActor('bench'));
  if (!outcome.ok) throw new Error(outcome.refusal.message);
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
