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
    ['a cursor with a null character', 'SearchItems', { after: Buffer.from('k:a\0').toString('base64url') }],
    ['a year that databases do not know', 'MayExercise', { itemCode: '1', agencyCode: '2', on: '0000-01-01' }],
    ['a month that does not exist', 'MayExercise', { itemCode: '1', agencyCode: '2', on: '2014-13-01' }],
    ['an unknown enum value', 'SearchItems', { filter: { category: ['MAGIC'] } }],
  ])('%s is refused in the same words', async (_what, name, variables) => {
    const [here, there] = await Promise.all([together.ask(name, variables), apart.ask(name, variables)]);
    expect(here.errors).toHaveLength(1);
    expect(there.status).toBe(here.status);
    expect(there.text).toBe(here.text);
  });

  it.each([
    ['powerItems(first: 0) { totalCount }', 'listSummary(regionCode: "140100", groupBy: [CATEGORY]) { total }'],
    ['catalogChanges(after: "x") { totalCount }', 'powerItem(code: "14010001301000100") { name }'],
    ['regions(first: 101) { totalCount }', 'agency(code: "140100013") { name }'],
    ['organisationInclusionProof(sequence: 0, treeSize: 0) { leafHash }', 'region(code: "140100") { name }'],
    ['guideVersions(itemCode: "14010001301000100", first: 0) { totalCount }', 'dueDate(startedOn: "2026-01-15", value: 5, unit: WORKING_DAY) { dueOn }'],
  ])('of { %s } and its neighbour in the same service only the first is missing', async (failing, neighbour) => {
    const query = `{ failing: ${failing} neighbour: ${neighbour} }`;
    const [here, there, alone] = await Promise.all([together.ask(query), apart.ask(query), together.ask(`{ neighbour: ${neighbour} }`)]);
    expect(alone.data.neighbour).not.toBeNull();
    expect(here).toMatchObject({ status: 200, data: { failing: null, ...alone.data }, errors: [{ path: ['failing'], extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(here.errors).toHaveLength(1);
    expect(there.text).toBe(here.text);
  });

  it('a page asked for wrongly inside an agency costs itself alone', async () => {
    const query = '{ agency(code: "140100013") { name powerItems(first: 0) { totalCount } region { name } } }';
    const [here, there] = await Promise.all([together.ask(query), apart.ask(query)]);
    expect(here.data.agency).toMatchObject({ name: '太原市水务局', powerItems: null, region: { name: expect.any(String) } });
    expect(here.errors).toMatchObject([{ path: ['agency', 'powerItems'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(there.text).toBe(here.text);
  });

  it('an operation whose only field fails still has data', async () => {
    const [here, there] = await Promise.all([together, apart].map((hub) => hub.ask('{ powerItems(first: 0) { totalCount } }')));
    expect(here!.data).toEqual({ powerItems: null });
    expect(there!.text).toBe(here!.text);
  });

  it('both are ready and up to date', async () => {
    const readiness = async (origin: string) => (await fetch(`${origin}/readyz`)).json();
    expect(await readiness(apart.origin)).toEqual(await readiness(together.origin));
    const signed = { head: expect.any(Number), signed: expect.any(Number), waitingSince: null, stalled: false };
    expect(await readiness(together.origin)).toMatchObject({ status: 'ready', subgraphs: { catalog: { journal: signed }, organisation: { journal: signed }, 'service-center': { journal: signed } } });
  });
});
