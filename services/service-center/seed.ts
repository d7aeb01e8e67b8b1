import { readdirSync, readFileSync } from 'node:fs';
import { systemActor } from '../shared/actor';
import { readHead } from '../shared/journal';
import { inProject } from '../shared/project-root';
import { refreshStatistics } from '../shared/refresh-statistics';
import { runCommand } from '../shared/run-command';
import { recordGuides } from './commands/record-guides';
import type { ServiceCenterStore } from './context';
import { SERVICE_CENTER_PERMISSIONS } from './rules/permissions';

const FOLDER = inProject('prisma', 'service-center', 'seed');

/** Records the sample guides, once: a hub that has any history of its own is left alone. */
export async function seedGuides(store: ServiceCenterStore): Promise<void> {
  if ((await readHead(store.database, store.schema)).seq > 0) return;
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.guides.json')).toSorted()) {
    const guides = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as unknown[];
    const outcome = await runCommand(store, SERVICE_CENTER_PERMISSIONS, recordGuides, { guides }, systemActor('sample'));
    if (!outcome.ok) throw new Error(`${file}: ${outcome.refusal.message}`);
  }
  await refreshStatistics(store);
}
