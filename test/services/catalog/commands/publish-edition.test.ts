import fc from 'fast-check';
import { systemActor, type Actor } from '../../../../services/shared/actor';
import { readJournal } from '../../../../services/shared/journal';
import { runCommand } from '../../../../services/shared/run-command';
import { verifyJournal } from '../../../../services/shared/verify-journal';
import { importList } from '../../../../services/catalog/commands/import-list/import-list';
import { publishEdition, type PublishEditionInput } from '../../../../services/catalog/commands/publish-edition/publish-edition';
import type { CatalogStore } from '../../../../services/catalog/context';
import { CATALOG_PERMISSIONS } from '../../../../services/catalog/rules/permissions';
import { emptyCatalog } from '../../../support/catalog-store';
import type { TestDatabase } from '../../../support/database';
import { listOf, power } from '../../../support/powers';
import { changeState, recordException, recordLineage } from '../changing-states';

const WATER = '140100013';
const bodies = [{ name: '市水务局', agencyCode: WATER, offices: [] }];
const OFFICE: Actor = { id: 'office', role: 'GOVERNMENT_OFFICE', regionCode: '140100', agencyCode: null };
const document = { title: '太原市人民政府关于公布权力清单的决定', number: '并政发〔2014〕30号', date: '2014-09-05' };

describe('publishing an edition', () => {
  let db: TestDatabase;
  let store: CatalogStore;
  let clock: { now: Date };
  beforeEach(async () => {
    ({ db, store, clock } = await emptyCatalog());
    clock.now = new Date('2015-12-31T02:00:00Z');
  });
  afterEach(() => db.drop());

  const list = (publishedOn: string, ...names: string[]) =>
    runCommand(
      store,
      CATALOG_PERMISSIONS,
      importList,
      { regionCode: '140100', scheme: 'TAIYUAN_2014', publishedOn, list: listOf(...names.map((name) => power(name, { publishedCode: name }))), bodies },
      systemActor('test'),
    );
  const publish = (publishedOn: string, more: Partial<PublishEditionInput> = {}, actor = OFFICE) =>
    runCommand(store, CATALOG_PERMISSIONS, publishEdition, { regionCode: '140100', publishedOn, document, ...more }, actor);
  const editions = async () =>
    (await store.database.pool.query('SELECT id, origin, total, counts, cardinality(content) AS size FROM catalog.edition ORDER BY number')).rows;

  it('fixes its number, day, document, counts and content, and says so in the journal (P7, P10)', async () => {
    await list('2014-09-08', 'A', 'B', 'C');
    await changeState(store, 'B', 'CANCELLED', '2014-10-01');
    expect(await publish('2014-10-08')).toEqual({ ok: true, value: { editionId: '140100-2' } });
    expect(await editions()).toEqual([
      { id: '140100-1', origin: 'IMPORTED', total: 3, counts: { LICENSE: 3 }, size: 3 },
      { id: '140100-2', origin: 'PUBLISHED', total: 2, counts: { LICENSE: 2 }, size: 2 },
    ]);
    const { entries } = await readJournal(store.database, 'catalog', 0, 100);
    expect(entries.at(-1)).toMatchObject({
      action: 'EditionPublished',
      subject: { kind: 'Edition', id: '140100-2' },
      after: { id: '140100-2', number: 2, publishedOn: '2014-10-08', origin: 'PUBLISHED', document, cycleId: null, total: 2, counts: { LICENSE: 2 } },
    });
    expect(await verifyJournal(store.database, 'catalog')).toMatchObject({ ok: true });
  });

  it('is the first edition that carries what adjustments brought before it', async () => {
    await list('2014-09-08', 'A');
    await changeState(store, 'A', 'TIGHTENED', '2014-10-01');
    await changeState(store, 'A', 'SUSPENDED', '2014-10-09');
    await publish('2014-10-08');
    const { rows } = await store.database.pool.query('SELECT status, edition_id FROM catalog.item_version ORDER BY valid_from');
    expect(rows.map(({ status, edition_id }) => [status, edition_id])).toEqual([['LISTED', '140100-1'], ['TIGHTENED', '140100-2'], ['SUSPENDED', null]]);
  });

  it('stays what it was, whatever comes later', async () => {
    await list('2014-09-08', 'A', 'B');
    await publish('2014-10-08');
    await changeState(store, 'A', 'CANCELLED', '2014-10-08');
    expect((await editions())[1]).toMatchObject({ total: 2, size: 2 });
    await expect(store.database.pool.query(`UPDATE catalog.edition SET total = 1 WHERE origin = 'PUBLISHED'`)).rejects.toThrow('immutable');
    await expect(store.database.pool.query(`DELETE FROM catalog.edition WHERE origin = 'PUBLISHED'`)).rejects.toThrow('immutable');
  });

  it('is refused without the government’s decision (P10)', async () => {
    await list('2014-09-08', 'A');
    for (const missing of [null, { ...document, title: ' ' }, { ...document, date: '' }])
      expect(await publish('2014-10-08', { document: missing })).toMatchObject({ refusal: { code: 'DOCUMENT_MISSING', rule: 'P10' } });
    expect(await publish('2014-10-08', { document: { ...document, date: '2014-10-09' } })).toMatchObject({ refusal: { code: 'DOCUMENT_AFTER_PUBLICATION' } });
    expect(await editions()).toHaveLength(1);
  });

  it('is refused on or before the last edition’s day, and says which edition came first', async () => {
    await list('2014-09-08', 'A');
    for (const day of ['2014-09-08', '2014-09-07'])
      expect(await publish(day)).toMatchObject({
        refusal: { code: 'EDITION_NOT_AFTER_LAST', details: expect.arrayContaining([{ path: 'lastEdition.id', value: '140100-1' }]) },
      });
    expect(await publish('2016-01-01')).toMatchObject({ refusal: { code: 'PUBLICATION_IN_FUTURE' } });
    expect(await publish('2014-10-08', { regionCode: '140105' })).toMatchObject({ refusal: { code: 'NO_LIST' } });
  });

  it('of two publications at once, one wins and the other hears what changed', async () => {
    await list('2014-09-08', 'A');
    const outcomes = await Promise.all([publish('2014-10-08'), publish('2014-10-08')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'EDITION_NOT_AFTER_LAST' } });
  });

  it('may have fewer items, never more without every addition’s exception record (P6)', async () => {
    await list('2014-09-08', 'A', 'B');
    await publish('2014-10-08');
    await list('2014-10-09', 'C', 'D'); // an import is no way round it: what counts is what was published
    await recordException(store, 'C', 'ADD');
    expect(await publish('2014-11-08')).toMatchObject({
      ok: false,
      refusal: {
        code: 'ONLY_FEWER',
        rule: 'P6',
        details: [{ path: 'previousTotal', value: '2' }, { path: 'nextTotal', value: '4' }, { path: 'addition', value: 'D' }],
      },
    });
    await recordException(store, 'D', 'TAKE_OVER');
    expect(await publish('2014-11-08')).toMatchObject({ ok: true });
  });

  it('takes what a merge leaves for what was merged, not for an addition (P14)', async () => {
    await list('2014-09-08', 'A', 'B');
    await publish('2014-10-08');
    await list('2014-10-09', 'C', 'D', 'E');
    for (const code of ['D', 'E']) await recordException(store, code, 'ADD');
    await changeState(store, 'A', 'MERGED', '2014-10-10');
    expect(await publish('2014-11-08')).toMatchObject({ refusal: { code: 'ONLY_FEWER', details: [{}, {}, { path: 'addition', value: 'C' }] } });
    await recordLineage(store, 'A', 'C', 'MERGED');
    expect(await publish('2014-11-08')).toMatchObject({ ok: true });
  });

  it('holds the list down through every sequence of changes without exceptions (P6)', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `P${i}`);
    await list('2014-01-01', ...names.slice(0, 5));
    const change = fc.record({ name: fc.nat(7), state: fc.constantFrom('LISTED', 'CANCELLED', 'SUSPENDED', 'DELEGATED', 'NEW') });
    let day = Date.parse('2014-01-02');
    const nextDay = () => new Date((day += 86_400_000)).toISOString().slice(0, 10);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 5 }), async (changes) => {
        for (const { name, state } of changes)
          if (state === 'NEW') await list(nextDay(), names[name]!);
          else await changeState(store, names[name]!, state, nextDay());
        const before = (await editions()).at(-1)!;
        const on = nextDay();
        const outcome = await publish(on);
        const published = (await editions()).filter(({ origin }) => origin === 'PUBLISHED').map(({ total }) => total);
        expect(published).toEqual(published.toSorted((a, b) => b - a));
        if (!outcome.ok) expect((await editions()).at(-1)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it('is the government office’s, for its own region', async () => {
    await list('2014-09-08', 'A');
    await expect(publish('2014-10-08', {}, { ...OFFICE, regionCode: '650200' })).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});

describe('importing around editions', () => {
  let db: TestDatabase;
  let store: CatalogStore;
  beforeEach(async () => {
    let clock: { now: Date };
    ({ db, store, clock } = await emptyCatalog());
    clock.now = new Date('2015-12-31T02:00:00Z');
  });
  afterEach(() => db.drop());
  const list = (publishedOn: string, ...powers: ReturnType<typeof power>[]) =>
    runCommand(
      store,
      CATALOG_PERMISSIONS,
      importList,
      { regionCode: '140100', scheme: 'TAIYUAN_2014', publishedOn, list: listOf(...powers), bodies },
      systemActor('test'),
    );
  const publish = (publishedOn: string) =>
    runCommand(store, CATALOG_PERMISSIONS, publishEdition, { regionCode: '140100', publishedOn, document }, OFFICE);

  it('counts an edition’s files together as they arrive', async () => {
    await list('2014-09-08', power('A'), power('B', { category: 'PENALTY' }));
    await list('2014-09-08', power('C'));
    await list('2014-09-07', power('D')); // an older file: later editions have its items too
    const { rows } = await store.database.pool.query('SELECT published_on::text AS day, total, counts FROM catalog.edition ORDER BY 1');
    expect(rows).toEqual([
      { day: '2014-09-07', total: 1, counts: { LICENSE: 1 } },
      { day: '2014-09-08', total: 4, counts: { LICENSE: 3, PENALTY: 1 } },
    ]);
  });

  it('lets no file in behind a published edition, nor behind a later state', async () => {
    await list('2014-09-08', power('A', { publishedCode: 'A' }));
    await publish('2014-10-08');
    for (const day of ['2014-09-09', '2014-10-08'])
      expect(await list(day, power('B'))).toMatchObject({ refusal: { code: 'EDITION_IS_FIXED', rule: 'P7' } });
    await changeState(store, 'A', 'CANCELLED', '2015-01-01');
    expect(await list('2014-12-01', power('A2', { publishedCode: 'A' }))).toMatchObject({
      refusal: { code: 'LATER_STATE_EXISTS', details: expect.arrayContaining([{ path: 'item', value: 'A' }]) },
    });
  });

  it('gives an item without a level its region’s own (P2), and knows it again', async () => {
    await list('2014-09-08', power('A', { levels: [] }));
    await list('2014-09-09', power('A', { levels: [] }));
    const { rows } = await store.database.pool.query('SELECT levels FROM catalog.item_version');
    expect(rows).toEqual([{ levels: ['MUNICIPAL'] }]);
  });
});
