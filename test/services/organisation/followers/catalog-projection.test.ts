import { PrismaClient } from '../../../../prisma/organisation/client/client';
import { listedItemsOnDay, wasListedOn } from '../../../../services/organisation/queries/listed-items-on-day';
import { ANONYMOUS } from '../../../../services/shared/actor';
import type { Feed } from '../../../../services/shared/feed';
import { chain, GENESIS, leafOf, type JournalEntry, type Json } from '../../../../services/shared/journal';
import { organisationUnderTest, type OrganisationUnderTest } from '../organisation-under-test';

/** A catalog whose journal is an array. */
function catalogOf() {
  const entries: JournalEntry[] = [];
  const head = () => entries.at(-1) ?? GENESIS;
  const say = (action: string, kind: string, id: string, after: Json): void => {
    const entry = { seq: entries.length + 1, at: '2014-09-10T00:00:00.000Z', actor: ANONYMOUS, action, subject: { kind, id }, summary: '', before: null, after };
    entries.push({ ...entry, hash: chain(head().hash, leafOf(entry)) });
  };
  const feed: Feed = {
    read: async ({ after, limit }) => ({ entries: entries.slice(after, after + limit), head: { seq: head().seq, hash: head().hash } }),
  };
  return { feed, say };
}

const item = (code: string, more: object = {}): Json => ({
  code,
  name: '取水许可',
  subItem: null,
  category: 'LICENSE',
  status: 'LISTED',
  regionCode: '140100',
  agencyCode: '140100013',
  levels: ['MUNICIPAL'],
  officeIds: ['14010001301'],
  validFrom: '2014-09-10',
  ...more,
});

describe('what the organisation keeps of the catalog', () => {
  const catalog = catalogOf();
  let organisation: OrganisationUnderTest;
  beforeAll(async () => {
    organisation = await organisationUnderTest(catalog.feed);
    catalog.say('ListOpened', 'PowerList', '140100', { regionCode: '140100' });
    for (let i = 0; i < 1500; i += 1) catalog.say('ItemListed', 'PowerItem', `i${i}`, item(`i${i}`));
    catalog.say('ItemChanged', 'PowerItem', 'i7', item('i7', { status: 'CANCELLED' }));
    catalog.say('ItemChanged', 'PowerItem', 'i7', item('i7', { status: 'CANCELLED', name: '取水许可证核发' }));
  });
  afterAll(() => organisation.drop());
  const kept = async () => (await organisation.database.pool.query('SELECT * FROM organisation.listed_item ORDER BY code COLLATE "C"')).rows;

  it('is the last state of every item, a page in a few statements', async () => {
    const statements = await organisation.statementsOf(() => organisation.subgraph.catchUp());
    expect(statements.length).toBeLessThan(30); // two pages
    const rows = await kept();
    expect(rows).toHaveLength(1500);
    expect(rows.find(({ code }) => code === 'i7')).toMatchObject({ name: '取水许可证核发', status: 'CANCELLED', levels: ['MUNICIPAL'], office_ids: ['14010001301'] });
    expect(await organisation.subgraph.ready()).toMatchObject({ database: 'ok', followers: [{ source: 'catalog', cursor: 1503, lag: 0 }] });
  });

  it('is the same when replayed from zero', async () => {
    const before = await kept();
    await organisation.subgraph.rebuild();
    expect(await kept()).toEqual(before);
  });
});

describe('whether an item was on the list, that day (P5)', () => {
  const catalog = catalogOf();
  let organisation: OrganisationUnderTest;
  let prisma: PrismaClient;
  const CHANGES = [
    ['ItemListed', '2014-09-10', 'LISTED'],
    ['ItemTightened', '2014-10-01', 'TIGHTENED'],
    ['ItemSuspended', '2014-11-01', 'SUSPENDED'],
    ['ItemResumed', '2014-12-01', 'LISTED'],
    ['ItemDelegated', '2015-01-01', 'DELEGATED'],
  ] as const;
  beforeAll(async () => {
    organisation = await organisationUnderTest(catalog.feed);
    prisma = new PrismaClient({ adapter: organisation.database.adapter() });
    for (const [action, validFrom, status] of CHANGES) catalog.say(action, 'PowerItem', 'W1', item('W1', { status, validFrom }));
    catalog.say('ItemMerged', 'PowerItem', 'W2', item('W2', { status: 'MERGED', validFrom: '2015-02-01', agencyCode: '140100014' }));
    catalog.say('ItemListed', 'PowerItem', 'W2', item('W2', { validFrom: '2014-09-10' })); // said later, begins earlier
    catalog.say('ItemListed', 'PowerItem', 'W3', item('W3', { validFrom: '2014-10-01' }));
    catalog.say('ItemCancelled', 'PowerItem', 'W3', item('W3', { status: 'CANCELLED', validFrom: '2014-10-01' })); // the last word of a day holds
    await organisation.subgraph.catchUp();
  });
  afterAll(async () => {
    await prisma.$disconnect();
    await organisation.drop();
  });
  const was = (code: string, day: string) => prisma.$transaction((tx) => wasListedOn(tx, code, day));

  it('is known from every change of state, each from its effective day on', async () => {
    const states = await prisma.$transaction(async (tx) =>
      Promise.all(['2014-09-09', ...CHANGES.map(([, day]) => day)].map(async (day) => (await listedItemsOnDay(tx, ['W1'], day)).get('W1')?.status)),
    );
    expect(states).toEqual([undefined, 'LISTED', 'TIGHTENED', 'SUSPENDED', 'LISTED', 'DELEGATED']);
    expect([await was('W1', '2014-09-09'), await was('W1', '2014-11-15'), await was('W1', '2014-12-31'), await was('W1', '2015-01-01')]).toEqual([false, true, true, false]);
  });

  it('does not depend on the order in which days are told, and keeps the last word of each', async () => {
    expect([await was('W2', '2015-01-31'), await was('W2', '2015-02-01')]).toEqual([true, false]);
    expect([await was('W3', '2014-09-30'), await was('W3', '2014-10-01')]).toEqual([false, false]);
    expect(await was('unknown', '2015-01-01')).toBe(false);
  });

  it('is answered for many items in one statement', async () => {
    const statements = await organisation.statementsOf(() => prisma.$transaction((tx) => listedItemsOnDay(tx, ['W1', 'W2', 'W3'], '2014-11-15')));
    expect(statements.filter((text) => text.includes('listed_item'))).toHaveLength(1);
  });
});
