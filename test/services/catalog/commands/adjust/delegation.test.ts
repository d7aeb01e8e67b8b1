import { readJournal } from '../../../../../services/shared/journal';
import { addItem } from '../../../../../services/catalog/commands/adjust/add-item';
import { cancelItem } from '../../../../../services/catalog/commands/adjust/cancel-item';
import { delegateItem, type DelegateItemInput } from '../../../../../services/catalog/commands/adjust/delegate-item';
import { takeOverItem } from '../../../../../services/catalog/commands/adjust/take-over-item';
import { tightenItem } from '../../../../../services/catalog/commands/adjust/tighten-item';
import { exceptionRecordsOf } from '../../../../../services/catalog/queries/adjustments';
import { delegationsOnDay } from '../../../../../services/catalog/queries/delegations';
import { power } from '../../../../support/powers';
import { adjustedCatalog, CITY, DISTRICT, DISTRICT_WATER, exception, stated, WATER, type AdjustedCatalog } from './adjusted-catalog';

const to: DelegateItemInput['to'] = { agencyCode: DISTRICT_WATER, bodyName: '小店区水务局', nature: 'STATUTORY_ORGAN', levels: ['COUNTY'] };

describe('delegating a power to a lower level (P14 下放)', () => {
  let catalog: AdjustedCatalog;
  beforeEach(async () => {
    catalog = await adjustedCatalog(power('取水许可', { publishedCode: 'A' }), power('河道采砂许可', { publishedCode: 'B' }));
  });
  afterEach(() => catalog.db.drop());

  const delegate = (form: 'ENTRUST' | 'AUTHORISE', effectiveOn = '2014-10-01', more: Partial<DelegateItemInput['to']> = {}) =>
    catalog.decide(delegateItem, effectiveOn, { item: { code: 'A' }, form, to: { ...to, ...more } });
  const delegation = async (on: string) => (await delegationsOnDay(catalog.store.database, [{ code: 'A', on }]))[0];

  it('leaves the power with the releasing body until the handover is confirmed', async () => {
    const { on } = catalog;
    expect(await delegate('AUTHORISE')).toMatchObject({ ok: true });
    expect(await on('2014-12-31', 'A')).toMatchObject({ status: 'LISTED', agencyCode: WATER });
    expect(await delegation('2014-09-30')).toBeNull();
    expect(await delegation('2014-12-31')).toMatchObject({ form: 'AUTHORISE', toAgencyCode: DISTRICT_WATER, decidedFor: '2014-10-01', handedOverOn: null });
  });

  it('授权: from the handover on the power is the receiving body’s, on its own region’s list, under a code of its own', async () => {
    const { handOver, on, store, decide } = catalog;
    await decide(tightenItem, '2014-09-10', { item: { code: 'A' }, conditions: '须公示' });
    const decided = await delegate('AUTHORISE');
    expect(await handOver('A', '2015-01-01')).toEqual(decided);
    const received = (await delegation('2015-01-01'))!.resultCode!;
    expect(received).toBe(`${DISTRICT_WATER}01000100`);
    expect((await on('2014-12-31', 'A'))!.status).toBe('TIGHTENED');
    expect((await on('2015-01-01', 'A'))!.status).toBe('DELEGATED');
    expect(await on('2014-12-31', received)).toBeNull();
    expect(await on('2015-01-01', received)).toMatchObject({
      name: '取水许可', status: 'TIGHTENED', conditions: '须公示', agencyCode: DISTRICT_WATER, bodyName: '小店区水务局', regionCode: DISTRICT, levels: ['COUNTY'],
    });
    expect(await delegation('2014-12-31')).toMatchObject({ handedOverOn: null, resultCode: null });
    const { entries } = await readJournal(store.database, 'catalog', 0, 1000);
    expect(entries.slice(-2)).toMatchObject([
      { action: 'HandoverConfirmed', after: { code: 'A', status: 'DELEGATED', delegation: { resultCode: received } } },
      { action: 'ItemListed', after: { code: received, regionCode: DISTRICT } },
    ]);
  });

  it('委托: the power stays the department’s (P4), and the trustee’s day is on record', async () => {
    const { handOver, on } = catalog;
    await delegate('ENTRUST');
    expect(await handOver('A', '2015-01-01')).toMatchObject({ ok: true });
    expect(await on('2015-01-01', 'A')).toMatchObject({ status: 'LISTED', agencyCode: WATER });
    expect(await delegation('2015-01-01')).toMatchObject({ form: 'ENTRUST', handedOverOn: '2015-01-01', resultCode: null });
  });

  it('carries the exception record for the receiving region’s list (P6)', async () => {
    const { handOver, store } = catalog;
    await delegate('AUTHORISE');
    await handOver('A', '2015-01-01');
    const received = (await delegation('2015-01-01'))!.resultCode!;
    await store.prisma.$transaction(async (tx) => {
      expect(await exceptionRecordsOf(tx, DISTRICT, [received, 'Q1', 'A'])).toEqual(new Set([received]));
      expect(await exceptionRecordsOf(tx, CITY, [received, 'A'])).toEqual(new Set());
    });
  });

  it('is entrusted to an administrative organ only (许可法 24¶1)', async () => {
    expect(await delegate('ENTRUST', '2014-10-01', { nature: 'ENTRUSTED_ORGANISATION' })).toMatchObject({ refusal: { code: 'TRUSTEE_NOT_AN_ORGAN', rule: '许可法 24¶1' } });
  });

  it('goes down, never sideways or up', async () => {
    expect(await delegate('AUTHORISE', '2014-10-01', { agencyCode: '140100014', levels: ['MUNICIPAL'] })).toMatchObject({ refusal: { code: 'NOT_A_LOWER_LEVEL', rule: 'P14' } });
    expect(await delegate('AUTHORISE', '2014-10-01', { agencyCode: '140000013', levels: ['COUNTY'] })).toMatchObject({ refusal: { code: 'NOT_A_LOWER_LEVEL' } });
    expect(await delegate('AUTHORISE', '2014-10-01', { agencyCode: '140100099', levels: ['TOWNSHIP'] })).toMatchObject({ ok: true });
  });

  it('is not delegated again, neither what was given away nor what is held by entrustment', async () => {
    const { decide, store } = catalog;
    await delegate('ENTRUST');
    expect(await delegate('AUTHORISE', '2014-11-01')).toMatchObject({ refusal: { code: 'ALREADY_DELEGATED', rule: 'P14' } });
    const from = { bodyName: '省水利厅', itemCode: null, source: 'ENTRUSTED' as const };
    await decide(takeOverItem, '2014-10-01', { from, newItem: stated('省委托事项', { publishedCode: 'E' }), exception });
    expect(await decide(delegateItem, '2014-11-01', { item: { code: 'E' }, form: 'ENTRUST', to })).toMatchObject({ refusal: { code: 'NO_REDELEGATION', rule: '许可法 24¶3' } });
    expect((await store.database.pool.query('SELECT 1 FROM catalog.delegation')).rowCount).toBe(1);
  });

  it('is handed over once, not before it was decided, and only to a region that has a list (P5)', async () => {
    const { handOver } = catalog;
    expect(await handOver('A', '2015-01-01')).toMatchObject({ refusal: { code: 'NO_PENDING_DELEGATION' } });
    await delegate('AUTHORISE', '2014-10-01', { agencyCode: '140106013' });
    expect(await handOver('A', '2014-09-30')).toMatchObject({ ok: false, refusal: { code: 'EFFECTIVE_IN_ITEMS_PAST' } });
    expect(await handOver('A', '2015-01-01')).toMatchObject({ refusal: { code: 'LIST_NOT_OPEN', rule: 'P5', details: [{ path: 'regionCode', value: '140106' }] } });
    await catalog.publish('140106', '140106013', [power('迎泽区事项')]);
    expect(await handOver('A', '2015-01-01')).toMatchObject({ ok: true });
    expect(await handOver('A', '2015-02-01')).toMatchObject({ refusal: { code: 'NOT_ON_LIST', rule: 'P5' } });
  });

  it('lapses when the item leaves the list, and does not come back with it', async () => {
    const { decide, handOver } = catalog;
    await delegate('ENTRUST');
    await decide(cancelItem, '2014-11-01', { item: { code: 'A' } });
    expect(await handOver('A', '2014-12-01')).toMatchObject({ refusal: { code: 'NOT_ON_LIST' } });
    await decide(addItem, '2014-12-01', { newItem: stated('取水许可', { publishedCode: 'A' }), exception });
    expect(await delegation('2014-10-15')).toMatchObject({ form: 'ENTRUST' });
    expect(await delegation('2014-12-01')).toBeNull();
    expect(await delegate('AUTHORISE', '2014-12-02')).toMatchObject({ ok: true });
  });
});
