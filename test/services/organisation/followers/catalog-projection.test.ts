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
