import { type DistributedHub, distributedHub } from '../support/distributed-hub';
import { type SampleHub, sampleHub } from '../support/sample-hub';

/** One hub's data, answered in one process and by three services over HTTP. */
describe('one process and distributed, over the same data', () => {
  let together: SampleHub;
  let apart: DistributedHub;
  beforeAll(async () => {
    together = await sampleHub();
    apart = await distributedHub(together.database);
  });
  afterAll(async () => {
    await apart.stop();
    await together.stop();
  });

  it.each<[string, object]>([
    ['ItemGuide', { code: '14010001301000100' }],
    ['ItemGuide', { code: '14010002401000100' }],
    ['ItemGuide', { code: '650200207CF51300' }],
    ['ItemGuide', { code: 'none' }],
    ['SearchItems', { filter: { text: '取水', category: ['LICENSE'], regionCode: '140100' } }],
    ['SearchItems', { filter: { regionCode: '140100' }, first: 100 }],
    ['SearchItems', { filter: { regionCode: '650200', text: '消防' }, first: 100 }],
    ['SearchItems', { filter: { text: '没有这样的事项' } }],
    ['AgencyDirectory', { regionCode: '140100' }],
    ['AgencyDirectory', { regionCode: '650200' }],
    ['AgencyDirectory', { regionCode: '000000' }],
    ['MayExercise', { itemCode: '14010001301000100', agencyCode: '140100013' }],
    ['MayExercise', { itemCode: '650200207XK01600', agencyCode: '140100013' }],
    ['MayExercise', { itemCode: '14010001301000100', agencyCode: '140100013', on: '2014-09-09' }],
    ['Changes', { first: 50 }],
  ])('%s %j is answered byte for byte the same', async (name, variables) => {
    const [here, there] = await Promise.all([together.ask(name, variables), apart.ask(name, variables)]);
    expect(here.status).toBe(200);
    expect(there.status).toBe(200);
    expect(there.text).toBe(here.text);
  });

  it('pages in one mode go on in the other', async () => {
    const first = await together.ask('SearchItems', { filter: { regionCode: '650200' }, first: 10 });
    const { endCursor } = first.data.powerItems.pageInfo;
    const next = { filter: { regionCode: '650200' }, first: 10, after: endCursor };
    const [here, there] = await Promise.all([together.ask('SearchItems', next), apart.ask('SearchItems', next)]);
    expect(there.text).toBe(here.text);
    expect(here.data.powerItems.nodes).toHaveLength(10);
  });

  it.each([
    ['a page that is too long', 'SearchItems', { first: 101 }],
    ['a broken cursor', 'SearchItems', { after: 'x' }],
    ['a day that does not exist', 'MayExercise', { itemCode: '1', agencyCode: '2', on: '2014-02-31' }],
    ['a month that does not exist', 'MayExercise', { itemCode: '1', agencyCode: '2', on: '2014-13-01' }],
    ['an unknown enum value', 'SearchItems', { filter: { category: ['MAGIC'] } }],
  ])('%s is refused in the same words', async (_what, name, variables) => {
    const [here, there] = await Promise.all([together.ask(name, variables), apart.ask(name, variables)]);
    expect(here.errors).toHaveLength(1);
    expect(there.status).toBe(here.status);
    expect(there.text).toBe(here.text);
  });

  it('both are ready and up to date', async () => {
    const readiness = async (origin: string) => (await fetch(`${origin}/readyz`)).json();
    expect(await readiness(apart.origin)).toEqual(await readiness(together.origin));
  });
});
