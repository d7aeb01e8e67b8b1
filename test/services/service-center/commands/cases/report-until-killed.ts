import { PGlite } from '@electric-sql/pglite';
import { PrismaClient } from '../../../../../prisma/service-center/client/client';
import { recordCaseEvents } from '../../../../../services/service-center/commands/cases/record-case-events';
import type { ServiceCenterStore } from '../../../../../services/service-center/context';
import { SERVICE_CENTER_PERMISSIONS } from '../../../../../services/service-center/rules/permissions';
import { systemActor } from '../../../../../services/shared/actor';
import { embeddedDatabases, serverDatabase } from '../../../../../services/shared/database';
import { runCommand } from '../../../../../services/shared/run-command';
import { Wake } from '../../../../../services/shared/wake';
import { batchOf } from './numbered-batches';

/** A process that reports batch after batch, from the one it is told on, and says on stdout which it was answered for. */
async function main([place, from]: readonly string[]): Promise<void> {
  const database = place!.startsWith('postgres') ? serverDatabase(place!, 2) : embeddedDatabases(await PGlite.create(place))();
  const store: ServiceCenterStore = {
    schema: 'service_center',
    database,
    prisma: new PrismaClient({ adapter: database.adapter() }),
    wake: new Wake(),
    now: () => new Date(),
  };
  for (let batch = Number(from); ; batch += 1) {
    const input = { regionCode: '140100', agencyCode: '140100013', events: batchOf(batch) };
    const outcome = await runCommand(store, SERVICE_CENTER_PERMISSIONS, recordCaseEvents, input, systemActor('test'));
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    console.log(`${batch} ${outcome.value.map(({ status }) => status[0]).join('')}`);
  }
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
