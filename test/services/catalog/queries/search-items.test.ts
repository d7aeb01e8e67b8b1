import { countItems, mostCounted, searchItems, type ItemFilter } from '../../../../services/catalog/queries/search-items';
import type { Database } from '../../../../services/shared/database';
import { fillDatabase } from '../../../bench/scale/fill-database';
import { emptyCatalog } from '../../../support/catalog-store';
import type { TestDatabase } from '../../../support/database';

const TODAY = '2026-01-15';
const ITEMS = 120;

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  const { db, store } = await emptyCatalog();
  test = db;
  database = store.database;
  await fillDatabase(database.pool, { items: ITEMS });
});
afterAll(() => test.drop());

const find = async (filter: ItemFilter, first = 100, after: string | null = null) => (await searchItems(database, filter, TODAY, { first, after })).nodes;

describe('a page of items', () => {
  it.each<[string, ItemFilter, (item: { category: string; status: string }) => boolean]>([
    ['one category', { category: ['PENALTY'] }, ({ category }) => category === 'PENALTY'],
    ['several categories', { category: ['LICENSE', 'INSPECTION'] }, ({ category }) => ['LICENSE', 'INSPECTION'].includes(category)],
    ['a state', { status: ['TIGHTENED', 'SUSPENDED', 'CANCELLED'] }, ({ status }) => status !== 'LISTED'],
  ])('of %s is the whole list narrowed', async (_what, filter, holds) => {
    const all = [...(await find({})), ...(await find({}, 100, (await find({})).at(-1)!.code))];
    expect(all).toHaveLength(ITEMS);
    expect((await find(filter)).map(({ code }) => code)).toEqual(all.filter(holds).map(({ code }) => code).slice(0, 100));
  });

  it('takes a word as it is written: no character is a pattern', async () => {
    expect(await find({ text: '%' })).toEqual([]);
    expect(await find({ text: '处_' })).toEqual([]);
    expect((await find({ text: '处罚' })).every(({ name }) => name.endsWith('处罚'))).toBe(true);
  });
});

describe('items by a number', () => {
  const codesOf = async (...asked: Parameters<typeof find>) => (await find(...asked)).map(({ code }) => code);

  it('are the one whose code it is, also beside other words', async () => {
    const [item] = await find({ category: ['PENALTY'] }, 1);
    expect(await codesOf({ text: item!.code })).toEqual([item!.code]);
    expect(await codesOf({ text: `处罚 ${item!.code}` })).toEqual([item!.code]);
    expect(await codesOf({ text: item!.code, category: ['LICENSE'] })).toEqual([]);
  });

  it('are all whose codes have it, in order and by pages', async () => {
    const [first] = await codesOf({});
    const part = first!.slice(2, 10);
    const all = [...(await codesOf({})), ...(await codesOf({}, 100, (await codesOf({})).at(-1)))].filter((code) => code.includes(part));
    expect(all.length).toBeGreaterThan(5);
    expect(await codesOf({ text: part }, 3)).toEqual(all.slice(0, 3));
    expect(await codesOf({ text: part }, 3, all[2])).toEqual(all.slice(3, 6));
  });
});

describe('the total', () => {
  it('is exact up to a bound, and above it says only that there are more', async () => {
    const penalties = await countItems(database, { category: ['PENALTY'] }, TODAY);
    expect(penalties).toBe((await find({ category: ['PENALTY'] })).length);
    expect(await countItems(database, {}, TODAY, ITEMS)).toBe(ITEMS);
    expect(await countItems(database, {}, TODAY, ITEMS - 1)).toEqual({ moreThan: ITEMS - 1 });
    expect(await countItems(database, {}, TODAY, 7)).toEqual({ moreThan: 7 });
  });

  it('of a region or an agency is above every list there is', () => {
    expect(mostCounted({ regionCode: '140100', text: '处罚' })).toBe(10_000);
    expect(mostCounted({ agencyCode: '140100013', text: '处罚' })).toBe(10_000);
    expect(mostCounted({ category: ['PENALTY'] })).toBe(10_000);
    expect(mostCounted({ text: '处罚' })).toBe(2_000);
  });

  it('is counted once for all fields that tell of it, and not before one asks', async () => {
    let counts = 0;
    const stop = database.onStatement((text) => (counts += text.includes('count(*)') ? 1 : 0));
    const page = await searchItems(database, {}, TODAY, { first: 5, after: null });
    expect(counts).toBe(0);
    expect(await Promise.all([page.total(), page.total()])).toEqual([ITEMS, ITEMS]);
    expect(counts).toBe(1);
    stop();
  });
});
