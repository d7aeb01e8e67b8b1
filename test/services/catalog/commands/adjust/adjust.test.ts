import { readJournal } from '../../../../../services/shared/journal';
import { verifyJournal } from '../../../../../services/shared/verify-journal';
import { addItem } from '../../../../../services/catalog/commands/adjust/add-item';
import { amendItem } from '../../../../../services/catalog/commands/adjust/amend-item';
import { cancelItem } from '../../../../../services/catalog/commands/adjust/cancel-item';
import { mergeItems } from '../../../../../services/catalog/commands/adjust/merge-items';
import { resumeItem } from '../../../../../services/catalog/commands/adjust/resume-item';
import { splitItem } from '../../../../../services/catalog/commands/adjust/split-item';
import { suspendItem } from '../../../../../services/catalog/commands/adjust/suspend-item';
import { takeOverItem } from '../../../../../services/catalog/commands/adjust/take-over-item';
import { tightenItem } from '../../../../../services/catalog/commands/adjust/tighten-item';
import { citationsOf } from '../../../../../services/catalog/queries/citations';
import { searchItems } from '../../../../../services/catalog/queries/search-items';
import { citation, power } from '../../../../support/powers';
import { adjustedCatalog, CITY, decision, DISTRICT, exception, GOVERNMENT, REFORM, stated, WATER, type AdjustedCatalog } from './adjusted-catalog';

describe('adjusting the list item by item (P14, P7)', () => {
  let catalog: AdjustedCatalog;
  beforeEach(async () => {
    catalog = await adjustedCatalog(
      power('取水许可', { publishedCode: 'A', citations: [citation('中华人民共和国水法', '第七条'), citation('取水许可条例', '第三条')] }),
      power('河道采砂许可', { publishedCode: 'B', citations: [citation('水法', '第三十九条')] }),
      power('围垦河道许可', { publishedCode: 'C' }),
      power('水事处罚', { publishedCode: 'P', category: 'PENALTY' }),
      power('排污口设置同意'),
    );
  });
  afterEach(() => catalog.db.drop());

  const journal = async () => (await readJournal(catalog.store.database, 'catalog', 0, 1000)).entries;
  const lineage = async () => (await catalog.store.database.pool.query('SELECT from_code, to_code, kind FROM catalog.lineage ORDER BY 1, 2')).rows;

  it('cancels an item from a day on; before that day it is what it was', async () => {
    const { decide, on } = catalog;
    expect(await decide(cancelItem, '2014-10-01', { item: { code: 'A' } })).toMatchObject({ ok: true });
    expect(await on('2014-09-30', 'A')).toMatchObject({ status: 'LISTED', validTo: '2014-10-01' });
    expect(await on('2014-10-01', 'A')).toMatchObject({ status: 'CANCELLED', name: '取水许可', editionId: null });
  });

  it('keeps basis and search of an item word for word when only its state changes', async () => {
    const { decide, on, store } = catalog;
    await decide(suspendItem, '2014-10-01', { item: { code: 'B' } });
    const [before, after] = [await on('2014-09-30', 'B'), await on('2014-10-01', 'B')];
    const [old, now] = await citationsOf(store.database, [before!.versionId, after!.versionId]);
    expect(now).toEqual(old);
    expect((await searchItems(store.database, { text: '水法第三十九条' }, '2014-10-01', { first: 10, after: null })).nodes).toMatchObject([{ code: 'B', status: 'SUSPENDED' }]);
  });

  it('writes the decision and every item’s new state to the journal, in one chain', async () => {
    const { decide, store } = catalog;
    const outcome = await decide(cancelItem, '2014-10-01', { item: { code: 'A' } });
    const [decided, cancelled] = (await journal()).slice(-2);
    expect(decided).toMatchObject({
      action: 'AdjustmentDecided',
      actor: GOVERNMENT,
      after: {
        kind: 'CANCEL', grounds: '无法律法规依据', document: { number: '并政发〔2014〕30号' }, legalityOpinion: '经市法制办审查，合法',
        effectiveOn: '2014-10-01', items: [{ code: 'A', part: 'SUBJECT' }],
      },
    });
    const adjustmentId = outcome.ok ? outcome.value.adjustmentId : null;
    expect(cancelled).toMatchObject({
      action: 'ItemCancelled',
      subject: { kind: 'PowerItem', id: 'A' },
      before: { status: 'LISTED', validFrom: '2014-09-08' },
      after: { code: 'A', name: '取水许可', status: 'CANCELLED', regionCode: CITY, agencyCode: WATER, validFrom: '2014-10-01', adjustmentId },
    });
    expect(await verifyJournal(store.database, 'catalog')).toMatchObject({ ok: true });
  });

  it('tightens with conditions, suspends and resumes: one restriction is lifted at a time', async () => {
    const { decide, on } = catalog;
    const item = { code: 'A' };
    await decide(tightenItem, '2014-10-01', { item, conditions: ' 须经集体讨论决定 ' });
    await decide(suspendItem, '2014-11-01', { item });
    await decide(resumeItem, '2014-12-01', { item });
    await decide(resumeItem, '2015-01-01', { item });
    const states = await Promise.all(['2014-10-01', '2014-11-01', '2014-12-01', '2015-01-01'].map((day) => on(day, 'A')));
    expect(states.map((state) => [state!.status, state!.conditions])).toEqual([
      ['TIGHTENED', '须经集体讨论决定'],
      ['SUSPENDED', '须经集体讨论决定'],
      ['TIGHTENED', '须经集体讨论决定'],
      ['LISTED', null],
    ]);
  });

  it('keeps state and conditions when the list is imported again', async () => {
    const { decide, on, publish } = catalog;
    await decide(tightenItem, '2014-10-01', { item: { code: 'A' }, conditions: '须公示' });
    expect(await publish(CITY, WATER, [power('取水许可（含延续）', { publishedCode: 'A' })], '2014-11-01')).toMatchObject({ ok: true });
    expect(await on('2014-11-01', 'A')).toMatchObject({ name: '取水许可（含延续）', status: 'TIGHTENED', conditions: '须公示' });
  });

  it('merges several into a new item, which is on the list in their place', async () => {
    const { decide, on } = catalog;
    await decide(tightenItem, '2014-09-20', { item: { code: 'B' }, conditions: '须公示' });
    expect(await decide(mergeItems, '2014-10-01', { sources: [{ code: 'A' }, { code: 'B' }], into: null, newItem: stated('水资源许可') })).toMatchObject({ ok: true });
    const [edge] = await lineage();
    expect(await on('2014-10-01', edge.to_code)).toMatchObject({ name: '水资源许可', status: 'TIGHTENED', conditions: '须公示', agencyCode: WATER });
    expect(await on('2014-09-30', edge.to_code)).toBeNull();
    expect(await on('2014-10-01', 'A')).toMatchObject({ status: 'MERGED' });
    expect(await lineage()).toEqual([
      { from_code: 'A', to_code: edge.to_code, kind: 'MERGED' },
      { from_code: 'B', to_code: edge.to_code, kind: 'MERGED' },
    ]);
  });

  it('merges one item into another of the list', async () => {
    const { decide, on } = catalog;
    await decide(mergeItems, '2014-10-01', { sources: [{ code: 'B' }], into: { code: 'A' }, newItem: null });
    expect((await on('2014-10-01', 'A'))!.status).toBe('LISTED');
    expect((await on('2014-10-01', 'B'))!.status).toBe('MERGED');
    expect((await journal()).slice(-2).map(({ action }) => action)).toEqual(['ItemMerged', 'ItemChanged']);
  });

  it('splits an item; what it lives on in is listed under its strict control', async () => {
    const { decide, on } = catalog;
    await decide(tightenItem, '2014-09-20', { item: { code: 'A' }, conditions: '须公示' });
    const results = [stated('取水许可（地表水）'), stated('取水许可（地下水）')];
    expect(await decide(splitItem, '2014-10-01', { item: { code: 'A' }, results, exception })).toMatchObject({ ok: true });
    const edges = await lineage();
    expect(edges.map(({ kind }) => kind)).toEqual(['SPLIT', 'SPLIT']);
    expect((await on('2014-10-01', 'A'))!.status).toBe('CANCELLED');
    for (const { to_code } of edges) expect(await on('2014-10-01', to_code)).toMatchObject({ status: 'TIGHTENED', conditions: '须公示' });
  });

  it('amends what is said; the item keeps its code, and the next import knows it by its new words', async () => {
    const { decide, on, publish, store } = catalog;
    const code = (await searchItems(store.database, { text: '排污口' }, '2014-09-08', { first: 1, after: null })).nodes[0]!.code;
    const amended = { name: '入河排污口设置许可', remark: '依水法', citations: [citation('中华人民共和国水法', '第三十四条')] };
    expect(await decide(amendItem, '2014-10-01', { item: { code }, amended })).toMatchObject({ ok: true });
    expect(await on('2014-10-01', code)).toMatchObject({ name: '入河排污口设置许可', remark: '依水法', status: 'LISTED' });
    const [found] = (await searchItems(store.database, { text: '入河' }, '2014-10-01', { first: 1, after: null })).nodes;
    expect(found!.code).toBe(code);
    const again = await publish(CITY, WATER, [power('入河排污口设置许可', { remark: '依水法', citations: amended.citations })], '2014-11-01');
    expect(again).toMatchObject({ ok: true, value: { sheets: [{ imported: 0, unchanged: 1 }] } });
  });

  it('refuses words that another item has, and an amendment that changes nothing', async () => {
    const { decide, store } = catalog;
    await decide(addItem, '2014-09-10', { newItem: stated('退水许可'), exception });
    const code = (await searchItems(store.database, { text: '退水' }, '2014-09-10', { first: 1, after: null })).nodes[0]!.code;
    expect(await decide(amendItem, '2014-10-01', { item: { code }, amended: { name: '排污口设置同意' } })).toMatchObject({ refusal: { code: 'NAME_TAKEN', rule: 'P7' } });
    expect(await decide(amendItem, '2014-10-01', { item: { code }, amended: { name: '退水许可' } })).toMatchObject({ refusal: { code: 'NOTHING_CHANGES' } });
    expect(await decide(amendItem, '2014-10-01', { item: { code }, amended: { citations: [] } })).toMatchObject({ refusal: { code: 'MISSING_BASIS', rule: 'P14' } });
  });

  it('adds by exception, gives a cancelled item its own code back, and never what is on the list', async () => {
    const { decide, on } = catalog;
    const newItem = stated('取水许可', { publishedCode: 'A' });
    expect(await decide(addItem, '2014-10-01', { newItem, exception })).toMatchObject({ refusal: { code: 'ALREADY_ON_LIST', rule: 'P6' } });
    await decide(cancelItem, '2014-10-01', { item: { code: 'A' } });
    expect(await decide(addItem, '2014-11-01', { newItem, exception })).toMatchObject({ ok: true });
    expect((await on('2014-10-31', 'A'))!.status).toBe('CANCELLED');
    expect((await on('2014-11-01', 'A'))!.status).toBe('LISTED');
    expect((await journal()).at(-1)).toMatchObject({ action: 'ItemAdded', before: { status: 'CANCELLED' } });
  });

  it('takes over from a higher body, with the lineage where the hub holds that list', async () => {
    const { decide, on, publish } = catalog;
    await publish('140000', '140000013', [power('省管河道许可', { publishedCode: 'S' })]);
    const from = { bodyName: '省水利厅', itemCode: 'S', source: 'DEVOLVED' as const };
    const newItem = stated('市管河道许可');
    expect(await decide(takeOverItem, '2014-10-01', { from, newItem, exception })).toMatchObject({ ok: true });
    const [edge] = await lineage();
    expect(edge).toMatchObject({ from_code: 'S', kind: 'TAKEN_OVER' });
    expect((await on('2014-10-01', 'S'))!.status).toBe('LISTED');
    expect((await on('2014-10-01', edge.to_code))!.status).toBe('LISTED');
  });

  it('writes nothing on refusal', async () => {
    const { decide, store } = catalog;
    const count = async () =>
      (await store.database.pool.query(`SELECT (SELECT count(*) FROM catalog.item_version) AS versions, (SELECT count(*) FROM catalog.adjustment) AS adjustments,
        (SELECT count(*) FROM catalog.power_item) AS items, (SELECT seq FROM catalog.journal_head) AS seq`)).rows[0];
    const before = await count();
    const merge = { sources: [{ code: 'A' }, { code: 'P' }], into: null, newItem: stated('合') };
    expect(await decide(mergeItems, '2014-10-01', merge)).toMatchObject({ ok: false, refusal: { code: 'ITEMS_OF_DIFFERENT_CATEGORIES' } });
    expect(await decide(cancelItem, '2014-09-08', { item: { code: 'A' } })).toMatchObject({ refusal: { code: 'EFFECTIVE_BEFORE_DOCUMENT' } });
    expect(await decide(cancelItem, '2014-10-01', { item: { code: 'Q1' } })).toMatchObject({ refusal: { code: 'ITEM_OF_OTHER_REGION' } });
    expect(await decide(cancelItem, '2014-10-01', { item: { code: 'A' }, decision: decision('2014-10-01', { legalityOpinion: ' ' }) })).toMatchObject({
      refusal: { code: 'MISSING_LEGALITY_OPINION', rule: 'P10', details: [{ path: 'decision.legalityOpinion', value: null }] },
    });
    expect(await count()).toEqual(before);
  });

  it('tells a decider whose view is old what has changed since (P7)', async () => {
    const { decide, on } = catalog;
    const seen = (await on('2014-09-08', 'A'))!.versionId;
    await decide(tightenItem, '2014-10-01', { item: { code: 'A', basedOn: seen }, conditions: '须公示' });
    const outcome = await decide(cancelItem, '2014-11-01', { item: { code: 'A', basedOn: seen } });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'ITEM_CHANGED_MEANWHILE', rule: 'P7' } });
    expect(outcome.ok ? [] : outcome.refusal.details).toEqual(
      expect.arrayContaining([
        { path: 'item.effectiveFrom', value: '2014-10-01' },
        { path: 'item.status', value: 'TIGHTENED' },
        { path: 'item.conditions', value: '须公示' },
      ]),
    );
    expect(outcome.ok ? [] : outcome.refusal.details.map(({ path }) => path)).not.toContain('item.name');
    const now = (await on('2014-10-01', 'A'))!.versionId;
    expect(await decide(cancelItem, '2014-11-01', { item: { code: 'A', basedOn: now } })).toMatchObject({ ok: true });
  });

  it('is decided by whom the table says, for their own region', async () => {
    const { decide } = catalog;
    await expect(decide(cancelItem, '2014-10-01', { item: { code: 'A' } }, REFORM)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(decide(suspendItem, '2014-10-01', { item: { code: 'A' } }, { ...REFORM, regionCode: DISTRICT })).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  it('needs the same number of statements for two items as for twenty', async () => {
    const { decide, publish, store } = catalog;
    const codes = Array.from({ length: 24 }, (_, i) => `N${i}`);
    await publish(CITY, WATER, codes.map((code) => power(code, { publishedCode: code })), '2014-09-09');
    const statements = async (sources: string[], name: string) => {
      let count = 0;
      const ignore = store.database.onStatement(() => (count += 1));
      expect(await decide(mergeItems, '2014-10-01', { sources: sources.map((code) => ({ code })), into: null, newItem: stated(name) })).toMatchObject({ ok: true });
      ignore();
      return count;
    };
    const two = await statements(codes.slice(0, 2), '合一');
    expect(await statements(codes.slice(2, 22), '合二')).toBe(two);
  });
});
