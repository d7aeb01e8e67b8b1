import { readFileSync } from 'node:fs';
import { readJournal } from '../../../services/shared/journal';
import { inProject } from '../../../services/shared/project-root';
import { aServiceCenter } from './a-service-center';

it('the sample guides are recorded once, marked as sample, in a hub without history', async () => {
  const center = await aServiceCenter();
  const guides = JSON.parse(readFileSync(inProject('prisma', 'service-center', 'seed', '140100.guides.json'), 'utf8')) as unknown[];
  await center.subgraph.seed();
  await center.subgraph.seed();
  const { entries, head } = await readJournal(center.database, 'service_center', 0, 1000);
  expect(head.seq).toBe(guides.length);
  expect(entries.every(({ actor, action }) => actor.id === 'system:sample' && action === 'GuideRecorded')).toBe(true);
  await center.drop();
});
