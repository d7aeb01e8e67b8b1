import { wasListedOn } from '../../../../services/service-center/queries/listed-items-on-day';
import { until } from '../../../support/until';
import { agency, aServiceCenter, item, office, officer, WATER, type AServiceCenter } from '../a-service-center';

let center: AServiceCenter;
beforeEach(async () => (center = await aServiceCenter()));
afterEach(() => center.drop());

const TABLES = ['listed_item', 'agency', 'office', 'officer'];
const state = async () =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => {
        const { rows } = await center.database.pool.query(`SELECT * FROM service_center.${table} ORDER BY 1`);
        return [table, rows] as const;
      }),
    ),
  );

describe('the service center', () => {
  it('keeps what the catalog and organisation last said of each record', async () => {
    await center.organisationSays(...WATER);
    const changed = item('W1', { status: 'TIGHTENED', subItem: '延续' })[1];
    await center.catalogSays(item('W1'), ['ListOpened', { code: '140100' }], ['ItemChanged', changed]);
    await center.organisationSays(
      ['AgencyChanged', agency('140100013', { name: '太原市水利局', abolishedOn: '2015-01-01' })[1]],
      ['OfficeChanged', office('14010001302', { closedOn: '2014-12-31' })[1]],
      ['OfficerChanged', officer('140100013P02', { post: '副科长', officeId: '14010001302' })[1]],
    );
    await center.subgraph.catchUp();
    expect(await state()).toMatchObject({
      listed_item: [
        {
          code: 'W1',
          sub_item: '延续',
          category: 'LICENSE',
          status: 'TIGHTENED',
          region_code: '140100',
          agency_code: '140100013',
          levels: ['MUNICIPAL'],
          office_ids: ['14010001302'],
        },
      ],
      agency: [{ code: '140100013', name: '太原市水利局' }],
      office: [{ id: '14010001301', closed_on: null }, { id: '14010001302', closed_on: expect.any(Date) }],
      officer: [{ id: '140100013P01', post: '科长' }, { id: '140100013P02', post: '副科长', office_id: '14010001302' }],
    });
  });

  it('that was down catches up, each source from its own place', async () => {
    await center.organisationSays(...WATER);
    await center.subgraph.catchUp();
    await center.organisationSays(office('14010001303'));
    await center.catalogSays(...Array.from({ length: 2300 }, (_, i) => item(`C${i}`)));
    expect(await center.subgraph.ready()).toMatchObject({
      database: 'ok',
      followers: [{ source: 'catalog', cursor: 0 }, { source: 'organisation', cursor: 5 }],
    });
    await center.subgraph.catchUp();
    expect(await center.subgraph.ready()).toMatchObject({
      followers: [{ source: 'catalog', cursor: 2300, lag: 0, error: null }, { source: 'organisation', cursor: 6, lag: 0, error: null }],
    });
    expect((await state()).listed_item).toHaveLength(2300);
    expect((await state()).office).toHaveLength(3);
  });

  it('replays from zero to the same state, and applying twice changes nothing', async () => {
    await center.organisationSays(...WATER, ['AgencyChanged', agency('140100013', { phone: '1' })[1]]);
    await center.catalogSays(item('W1'), item('W2'), ['ItemChanged', item('W2', { status: 'MERGED' })[1]]);
    await center.subgraph.catchUp();
    const before = await state();
    await Promise.all([center.subgraph.catchUp(), center.subgraph.catchUp()]);
    expect(await state()).toEqual(before);
    await center.database.pool.query(`UPDATE service_center.office SET name = 'wrong'; DELETE FROM service_center.listed_item WHERE code = 'W1'`);
    await center.subgraph.rebuild();
    expect(await state()).toEqual(before);
  });

  it('knows every state of an item from its effective day on, whatever the change was called (P5)', async () => {
    const to = (action: string, status: string, validFrom: string) => [action, item('W1', { status, validFrom })[1]] as const;
    await center.catalogSays(item('W1'), to('ItemTightened', 'TIGHTENED', '2014-10-01'), to('ItemCancelled', 'CANCELLED', '2014-11-01'));
    await center.subgraph.catchUp();
    const was = (day: string) => center.store.prisma.$transaction((tx) => wasListedOn(tx, 'W1', day));
    expect([await was('2014-09-09'), await was('2014-09-10'), await was('2014-10-31'), await was('2014-11-01')]).toEqual([false, true, true, false]);
    expect((await state()).listed_item).toHaveLength(3);
  });

  it('follows while it runs', async () => {
    await center.subgraph.start();
    await center.catalogSays(item('LATE'));
    expect((await until(state, ({ listed_item }) => listed_item!.length > 0)).listed_item).toHaveLength(1);
  });
});
