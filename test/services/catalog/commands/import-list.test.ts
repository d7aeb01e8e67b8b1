import { systemActor, type Actor } from '../../../../services/shared/actor';
import { readJournal } from '../../../../services/shared/journal';
import { runCommand } from '../../../../services/shared/run-command';
import { verifyJournal } from '../../../../services/shared/verify-journal';
import { importList } from '../../../../services/catalog/commands/import-list/import-list';
import type { CatalogStore } from '../../../../services/catalog/context';
import type { ParsedList } from '../../../../services/catalog/importers/parsed-list';
import { citationsOf } from '../../../../services/catalog/queries/citations';
import { itemsOnDay } from '../../../../services/catalog/queries/items-on-day';
import { searchItems } from '../../../../services/catalog/queries/search-items';
import { CATALOG_PERMISSIONS } from '../../../../services/catalog/rules/permissions';
import { emptyCatalog } from '../../../support/catalog-store';
import type { TestDatabase } from '../../../support/database';
import { citation, listOf, power } from '../../../support/powers';

const WATER = '140100013';
const bodies = [{ name: '市水务局', agencyCode: WATER, offices: [{ name: '水政科', id: `${WATER}01` }] }];

describe('importing a published list', () => {
  let db: TestDatabase;
  let store: CatalogStore;
  beforeEach(async () => {
    ({ db, store } = await emptyCatalog());
  });
  afterEach(() => db.drop());

  const record = (list: ParsedList, publishedOn = '2014-09-08', actor: Actor = systemActor('test'), scheme = 'TAIYUAN_2014') =>
    runCommand(store, CATALOG_PERMISSIONS, importList, { regionCode: '140100', scheme, publishedOn, list, bodies }, actor);
  const named = async (name: string, on = '2014-09-08') => {
    const page = await searchItems(store.database, { text: name }, on, { first: 100, after: null });
    return page.nodes;
  };
  const sheetOf = async (outcome: ReturnType<typeof record>) => {
    const answer = await outcome;
    if (!answer.ok) throw new Error(answer.refusal.message);
    return answer.value.sheets[0]!;
  };

  it('lists new items with their basis, offices and edition, and says so in the journal', async () => {
    const list = listOf(
      power('取水许可', {
        offices: ['水政科'],
        citations: [citation('中华人民共和国水法', '第七条', { documentNumber: '主席令第74号' }), citation('取水许可和水资源费征收管理条例', '第三条', { level: 'ADMINISTRATIVE_REGULATION' })],
      }),
    );
    expect(await sheetOf(record(list))).toMatchObject({ rowsRead: 1, imported: 1, unchanged: 0, rejected: [] });
    const [item] = await named('取水');
    expect(item).toMatchObject({ code: `${WATER}01000100`, status: 'LISTED', agencyCode: WATER, officeIds: [`${WATER}01`], editionId: '140100-1', validFrom: '2014-09-08' });
    const [citations] = await citationsOf(store.database, [item!.versionId]);
    expect(citations!.map(({ instrument, article }) => [instrument.title, article])).toEqual([
      ['中华人民共和国水法', '第七条'],
      ['取水许可和水资源费征收管理条例', '第三条'],
    ]);
    const { entries } = await readJournal(store.database, 'catalog', 0, 100);
    expect(entries.slice(-3).map(({ action }) => action)).toEqual(['ListOpened', 'EditionPublished', 'ItemListed']);
    expect(entries.at(-1)!.after).toMatchObject({ code: item!.code, regionCode: '140100', agencyCode: WATER, status: 'LISTED' });
    expect(await verifyJournal(store.database, 'catalog')).toMatchObject({ ok: true });
  });

  it('takes a first file in so many statements, however long it is', async () => {
    const many = (count: number, of: string) => listOf(...Array.from({ length: count }, (_, i) => power(`${of}${i}`, { citations: [citation(`${of}${i % 7}办法`, '第七条')] })));
    const statementsOf = async (list: ParsedList): Promise<string[]> => {
      const statements: string[] = [];
      const ignore = store.database.onStatement((text) => statements.push(text));
      await sheetOf(record(list));
      ignore();
      return statements;
    };
    await record(many(1, '开篇'));
    const [short, long] = [await statementsOf(many(2, '甲')), await statementsOf(many(400, '乙'))];
    expect(long).toHaveLength(short.length);
    expect(long.length).toBeLessThanOrEqual(18);
  });

  it('changes nothing when the same file comes twice, and says so', async () => {
    const list = listOf(power('取水许可'), power('河道采砂许可'));
    await record(list);
    const before = (await readJournal(store.database, 'catalog', 0, 100)).head;
    expect(await sheetOf(record(list, '2014-10-01'))).toMatchObject({ imported: 0, unchanged: 2 });
    expect((await readJournal(store.database, 'catalog', 0, 100)).head).toEqual(before);
  });

  it('keeps every state an item was ever in (P7)', async () => {
    await record(listOf(power('取水许可', { publishedCode: 'X1' })));
    await record(listOf(power('取水许可（含延续）', { publishedCode: 'X1' })), '2015-01-01');
    const on = (day: string) => itemsOnDay(store.database, [{ code: 'X1', on: day }]);
    expect((await on('2014-12-31'))[0]).toMatchObject({ name: '取水许可', validTo: '2015-01-01' });
    expect((await on('2015-01-01'))[0]).toMatchObject({ name: '取水许可（含延续）' });
    expect(await on('2014-09-07')).toEqual([null]);
  });

  it('keeps one record of an instrument, also where one list writes 中华人民共和国 and another does not', async () => {
    await record(
      listOf(
        power('甲', { citations: [citation('水法', '第七条', { level: null })] }),
        power('乙', { citations: [citation('中华人民共和国水法', '第八条', { documentNumber: '主席令第74号' })] }),
      ),
    );
    const { rows } = await store.database.pool.query('SELECT title, level, document_number FROM catalog.legal_instrument');
    expect(rows).toEqual([{ title: '水法', level: 'LAW', document_number: '主席令第74号' }]);
  });

  it('does not confuse two laws that share a document number', async () => {
    const number = { documentNumber: '主席令第74号' };
    await record(listOf(power('甲', { citations: [citation('水法', '第七条', number), citation('清洁生产促进法', '第七条', number)] })));
    expect((await store.database.pool.query('SELECT 1 FROM catalog.legal_instrument')).rowCount).toBe(2);
  });

  it('keeps apart decisions issued under one title, by their numbers', async () => {
    const title = '国务院关于取消和调整一批行政审批项目等事项的决定';
    const decision = (documentNumber: string) => citation(title, null, { documentNumber, level: 'NORMATIVE_DOCUMENT' });
    await record(listOf(power('甲', { citations: [decision('国发〔2014〕27号'), decision('国发〔2014〕50号'), decision('国发〔2014〕27号')] })));
    const { rows } = await store.database.pool.query('SELECT document_number AS number FROM catalog.legal_instrument ORDER BY 1');
    expect(rows).toEqual([{ number: '国发〔2014〕27号' }, { number: '国发〔2014〕50号' }]);
  });

  it('rejects a row whose body is unknown, and takes the others', async () => {
    const sheet = await sheetOf(record(listOf(power('甲'), power('乙', { body: '市外星局' }))));
    expect(sheet).toMatchObject({ rowsRead: 2, imported: 1, unchanged: 0, rejected: [{ row: 4, code: 'UNKNOWN_BODY' }] });
  });

  it('refuses another scheme than the list has (P1), and an unknown one', async () => {
    await record(listOf(power('甲')));
    expect(await record(listOf(power('乙')), '2015-01-01', systemActor('test'), 'NATIONAL_2015')).toMatchObject({
      ok: false,
      refusal: { code: 'LIST_HAS_OTHER_SCHEME', rule: 'P1' },
    });
    expect(await record(listOf(power('乙')), '2015-01-01', systemActor('test'), 'NONE')).toMatchObject({ refusal: { code: 'UNKNOWN_SCHEME' } });
    expect(await named('乙', '2015-01-01')).toEqual([]);
  });

  it('is the reform office’s for its own region only', async () => {
    const reform = (regionCode: string): Actor => ({ id: 'r', role: 'REFORM_OFFICE', regionCode, agencyCode: null });
    expect(await record(listOf(power('甲')), '2014-09-08', reform('140100'))).toMatchObject({ ok: true });
    await expect(record(listOf(power('乙')), '2014-09-08', reform('650200'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  it('finds Chinese substrings of one, two and more characters in name, code and basis', async () => {
    await record(listOf(power('取水许可', { publishedCode: 'SW-001' }), power('河道采砂', { citations: [citation('河道管理条例', '第二十五条')] })));
    for (const text of ['取', '取水', '水许', 'sw-0', '水法 取水', '取水　许可']) expect(await named(text)).toMatchObject([{ name: '取水许可' }]);
    expect(await named('管理条例第二十五')).toMatchObject([{ name: '河道采砂' }]);
    expect(await named('水取')).toEqual([]);
    expect(await named('100%')).toEqual([]);
  });

  it('pages in a stable order without gaps or repeats, each page one statement', async () => {
    await record(listOf(...Array.from({ length: 25 }, (_, i) => power(`事项${i}`))));
    const seen: string[] = [];
    const statements: string[] = [];
    const ignore = store.database.onStatement((text) => statements.push(text));
    let after: string | null = null;
    for (;;) {
      const page = await searchItems(store.database, { regionCode: '140100' }, '2014-09-08', { first: 10, after });
      seen.push(...page.nodes.map(({ code }) => code));
      if (!page.hasNextPage) break;
      after = page.nodes.at(-1)!.code;
    }
    ignore();
    expect(seen).toEqual([...new Set(seen)].toSorted());
    expect(seen).toHaveLength(25);
    expect(statements).toHaveLength(3);
  });
});
