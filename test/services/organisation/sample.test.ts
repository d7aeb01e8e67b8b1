import { verifyJournal } from '../../../services/shared/verify-journal';
import { organisationUnderTest, type OrganisationUnderTest } from './organisation-under-test';

describe('the sample', () => {
  let organisation: OrganisationUnderTest;
  beforeAll(async () => {
    organisation = await organisationUnderTest();
    await organisation.subgraph.start();
    await organisation.subgraph.seed();
  });
  afterAll(() => organisation.drop());

  it('is loaded once, by commands, and marked as what it is', async () => {
    const { database } = organisation;
    const [{ before }] = (await database.pool.query('SELECT count(*)::int AS before FROM organisation.journal')).rows as [{ before: number }];
    const [{ records }] = (
      await database.pool.query(`SELECT (SELECT count(*) FROM organisation.region)::int + (SELECT count(*) FROM organisation.agency)::int
        + (SELECT count(*) FROM organisation.office)::int + (SELECT count(*) FROM organisation.officer)::int AS records`)
    ).rows as [{ records: number }];
    expect(before).toBe(records);
    expect(await verifyJournal(database, 'organisation')).toMatchObject({ ok: true, head: { seq: records } });
    await organisation.subgraph.seed();
    expect((await database.pool.query('SELECT count(*)::int AS after FROM organisation.journal')).rows).toEqual([{ after: before }]);
    const { region } = await organisation.ask<any>('{ region(code: "140100") { sample children { code sample } agencies(first: 100) { nodes { name } } } }');
    expect(region.sample).toBe(true);
    expect(region.children.every((child: any) => child.sample)).toBe(true);
    expect(region.agencies.nodes.length).toBeGreaterThanOrEqual(10);
  });

  it('is loaded whole or not at all', async () => {
    await organisation.empty();
    const broken = organisation.database.onStatement((text) => {
      if (text.includes('INTO organisation.officer')) throw new Error('power cut');
    });
    await expect(organisation.subgraph.seed()).rejects.toThrow('power cut');
    broken();
    expect(await organisation.journal()).toEqual([]);
    expect(await organisation.ask('{ regions { totalCount } }')).toEqual({ regions: { totalCount: 0 } });
    await organisation.subgraph.seed();
    expect((await organisation.journal()).length).toBeGreaterThan(100);
  });
});
