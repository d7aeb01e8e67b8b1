import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { systemActor } from '../services/shared/actor';
import { inProject } from '../services/shared/project-root';
import { importFile, type AskSubgraph } from './imports';

/** The sample lists: a region, its category scheme, the day they were published. */
const SAMPLE_LISTS = [
  { regionCode: '140100', scheme: 'TAIYUAN_2014', publishedOn: '2014-09-10' },
  { regionCode: '650200', scheme: 'NATIONAL_2015', publishedOn: '2025-01-01' },
] as const;

/** What loading the sample needs of a hub, in one process or distributed. */
export interface SampleTarget {
  ask: AskSubgraph;
  /** True while the hub's organisation journal is empty: nothing was ever recorded. */
  isEmpty(): Promise<boolean>;
  /** Records the sample's regions, agencies, offices and officers. */
  seedOrganisation(): Promise<void>;
  /** Waits until every follower has applied what was recorded, then records the sample's guides. */
  seedServiceCenter(): Promise<void>;
}

/** Loads the sample data into an empty hub, through the same commands as everything else; a hub with data is left alone. */
export async function loadSample(target: SampleTarget): Promise<boolean> {
  if (!(await target.isEmpty())) return false;
  await target.seedOrganisation();
  const actor = systemActor('sample');
  for (const list of SAMPLE_LISTS) {
    const folder = inProject('prisma', 'catalog', 'seed', list.regionCode);
    for (const fileName of readdirSync(folder).filter((name) => name.endsWith('.csv')).toSorted()) {
      const bytes = readFileSync(path.join(folder, fileName));
      const outcome = await importFile(target.ask, { ...list, fileName, bytes }, actor);
      if (!outcome.ok) throw new Error(`sample ${fileName}: ${outcome.refusal.code} ${outcome.refusal.message}`);
      const lost = outcome.value.sheets.flatMap((sheet) => sheet.rejected);
      if (lost.length > 0) throw new Error(`sample ${fileName}, row ${lost[0]!.row}: ${lost[0]!.reason}`);
    }
  }
  await target.seedServiceCenter();
  return true;
}
