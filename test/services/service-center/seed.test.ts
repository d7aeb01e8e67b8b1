import { readFileSync } from 'node:fs';
import { readJournal } from '../../../services/shared/journal';
import { inProject } from '../../../services/shared/project-root';
import { aServiceCenter } from './a-service-center';

const seed = (name: string): unknown[] => JSON.parse(readFileSync(inProject('prisma', 'service-center', 'seed', name), 'utf8')) as unknown[];

it('the sample guides and cases are recorded once, marked as sample, in a hub without history', async () => {
  const center = await aServiceCenter();
  await center.subgraph.seed();
  const { entries, head } = await readJournal(center.database, 'service_center', 0, 1000);
  await center.subgraph.seed();
  expect((await readJournal(center.database, 'service_center', 0, 1)).head).toEqual(head);
  expect(entries).toHaveLength(head.seq);
  expect(new Set(entries.map(({ actor }) => actor.id))).toEqual(new Set(['system:sample']));
  const count = (wanted: string): number => entries.filter(({ action }) => action === wanted).length;
  expect(count('GuideRecorded')).toBe(seed('140100.guides.json').length);
  expect(count('CaseOpened')).toBe(seed('140100.cases.json').length);
  const told = JSON.stringify(entries);
  const applicants = seed('140100.cases.json').map((each) => (each as { events: { applicant: { name: string } }[] }).events[0]!.applicant.name);
  expect(applicants.filter((name) => told.includes(name))).toEqual([]);
  await center.drop();
});
