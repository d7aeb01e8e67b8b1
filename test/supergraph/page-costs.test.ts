import { type SampleHub, sampleHub } from '../support/sample-hub';

const GUIDE = '/guides/14010001301000100.html';
const LIST_OF_121 = '/lists/140100/1.html';
const LIST_OF_2248 = '/lists/650200/1.html';

/** One of them for what the items say at length. */
const MOST_GUIDE = 14;
const MOST_PER_HUNDRED = 9;

describe('what a page costs', () => {
  // On a server, a hub that keeps answers looks for other writers, which is no part of a page.
  let plain: SampleHub;
  beforeAll(async () => {
    plain = await sampleHub();
  });
  afterAll(() => plain.stop());

  it('a guide page: three services, and as many statements whatever the guide holds', async () => {
    const { cost } = await plain.measureGet(GUIDE);
    expect(new Set(cost.calls)).toEqual(new Set(['catalog', 'organisation', 'service-center']));
    expect(cost.statements.length).toBeGreaterThan(0);
    expect(cost.statements.length).toBeLessThanOrEqual(MOST_GUIDE);
  });

  it('a list: the same few statements for every hundred items, and no more for the page', async () => {
    const [small, large] = [await plain.measureGet(LIST_OF_121), await plain.measureGet(LIST_OF_2248)];
    expect([small.status, large.status]).toEqual([200, 200]);
    const pages = (items: number): number => Math.ceil(items / 100);
    expect(small.cost.statements.length).toBeLessThanOrEqual(1 + MOST_PER_HUNDRED * pages(121));
    expect(large.cost.statements.length).toBeLessThanOrEqual(1 + MOST_PER_HUNDRED * pages(2248)); // 185 when this was written
    expect(large.cost.calls.length).toBeLessThanOrEqual(1 + 3 * pages(2248));
  });
});
