import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { systemActor } from '../shared/actor';
import { readHead } from '../shared/journal';
import { inProject } from '../shared/project-root';
import { refreshStatistics } from '../shared/refresh-statistics';
import { runCommand } from '../shared/run-command';
import { loadSample, type SampleCase } from './commands/load-sample';
import type { ServiceCenterStore } from './context';
import { SERVICE_CENTER_PERMISSIONS } from './rules/permissions';

const FOLDER = inProject('prisma', 'service-center', 'seed');
const GUIDES = '.guides.json';

/** Records the sample's guides and cases, once: a hub that has any history of its own is left alone. */
export async function seedSample(store: ServiceCenterStore): Promise<void> {
  if ((await readHead(store.database, store.schema)).seq > 0) return;
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(GUIDES)).toSorted()) {
    const regionCode = file.slice(0, -GUIDES.length);
    const sample = { regionCode, guides: read<unknown>(`${regionCode}${GUIDES}`), cases: read<SampleCase>(`${regionCode}.cases.json`) };
    const outcome = await runCommand(store, SERVICE_CENTER_PERMISSIONS, loadSample, sample, systemActor('sample'));
    if (!outcome.ok) throw new Error(`sample ${regionCode}: ${outcome.refusal.message}`);
  }
  await refreshStatistics(store);
}

/** What a file of the seed lists; nothing where a region has no such file. */
function read<Entry>(name: string): Entry[] {
  const file = `${FOLDER}/${name}`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Entry[]) : [];
}
