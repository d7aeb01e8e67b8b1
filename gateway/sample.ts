import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { systemActor } from '../services/shared/actor';
import type { Feed } from '../services/shared/feed';
import { inProject } from '../services/shared/project-root';
import type { AskSubgraph } from './ask-subgraph';
import { importFile, type OrRefusal, REFUSAL } from './imports';

/** The sample lists: a region, its category scheme, the day they were published. */
const SAMPLE_LISTS = [
  { regionCode: '140100', scheme: 'TAIYUAN_2014', publishedOn: '2014-09-10' },
  { regionCode: '650200', scheme: 'NATIONAL_2015', publishedOn: '2025-01-01' },
] as const;

/** What loading the sample needs of a hub, in one process or distributed. */
export interface SampleTarget {
  ask: AskSubgraph;
  feed: (service: string) => Feed;
  /** Has a service record its own sample data, after it has caught up with those it follows. */
  seed: (service: string) => Promise<void>;
}

const SAMPLE = systemActor('sample');

/**
 * Loads the sample data into an empty hub through the same commands as everything else, and finishes a loading that was
 * cut off. A hub with data of its own is left alone. True when something was loaded.
 */
export async function loadSample(target: SampleTarget): Promise<boolean> {
  if (!(await isSampleWanted(target))) return false;
  await target.seed('organisation');
  for (const list of SAMPLE_LISTS) {
    const folder = inProject('prisma', 'catalog', 'seed', list.regionCode);
    for (const fileName of readdirSync(folder).filter((name) => name.endsWith('.csv')).toSorted()) {
      const bytes = readFileSync(path.join(folder, fileName));
      const outcome = await importFile(target.ask, { ...list, fileName, bytes }, SAMPLE);
      // Something was decided after the lists were loaded: this one was, whole.
      if (!outcome.ok && outcome.refusal.code === 'LATER_STATE_EXISTS') continue;
      if (!outcome.ok) throw new Error(`sample ${fileName}: ${outcome.refusal.code} ${outcome.refusal.message}`);
      const [lost] = outcome.value.sheets.flatMap((sheet) => sheet.rejected);
      if (lost) throw new Error(`sample ${fileName}, row ${lost.row}: ${lost.reason}`);
    }
  }
  for (const { regionCode } of SAMPLE_LISTS) await cancelItems(target, regionCode);
  await target.seed('organisation'); // again: mandates rest on items
  await target.seed('service-center'); // last: until its journal has begun, the loading is not complete
  return true;
}

const CANCEL_ITEM = `mutation CancelItem($input: CancelItemInput!) { cancelItem(input: $input) { __typename ${REFUSAL} } }`;

/** What the region's list has lost since it was published, if anything: decisions of its seed folder. Those taken before are not taken again. */
async function cancelItems({ ask }: SampleTarget, regionCode: string): Promise<void> {
  const file = inProject('prisma', 'catalog', 'seed', regionCode, 'cancellations.json');
  if (!existsSync(file)) return;
  for (const cancellation of JSON.parse(readFileSync(file, 'utf8')) as object[]) {
    const { cancelItem } = await ask<{ cancelItem: OrRefusal<object> }>('catalog', CANCEL_ITEM, { input: { regionCode, ...cancellation } }, { ...SAMPLE, role: 'GOVERNMENT', regionCode });
    if (cancelItem.__typename === 'Refusal' && !('code' in cancelItem && cancelItem.code === 'NOT_ON_LIST')) throw new Error(`sample cancellation: ${JSON.stringify(cancelItem)}`);
  }
}

async function isSampleWanted({ feed }: SampleTarget): Promise<boolean> {
  const first = { after: 0, limit: 1, waitMs: 0 };
  const organisation = await feed('organisation').read(first);
  if (organisation.head.seq === 0) return true;
  const begun = organisation.entries[0]?.actor.id === SAMPLE.id;
  return begun && (await feed('service-center').read(first)).head.seq === 0;
}
