import { refreshStatistics } from '../../../services/shared/refresh-statistics';
import type { CatalogStore } from '../../../services/catalog/context';
import { emptyCatalog } from '../../support/catalog-store';
import type { TestDatabase } from '../../support/database';

describe('statistics after much has come in', () => {
  let db: TestDatabase;
  let store: CatalogStore;
  beforeAll(async () => {
    ({ db, store } = await emptyCatalog());
    // A server looks by itself now and then.
    await store.database.pool.query('ALTER TABLE catalog.legal_instrument SET (autovacuum_enabled = off)');
  });
  afterAll(() => db.drop());

  /** What is looked at anew. */
  async function refreshed(): Promise<string[]> {
    const statements: string[] = [];
    const ignore = store.database.onStatement((text) => statements.push(text));
    await refreshStatistics(store);
    ignore();
    return statements.flatMap((text) => /^ANALYZE (.*)$/.exec(text)?.[1]!.split(', ') ?? []);
  }
  const insert = (count: number) =>
    store.database.pool.query(`INSERT INTO catalog.legal_instrument (key, title) SELECT 'k' || n || random(), repeat('法', 100) FROM generate_series(1, ${count}) AS n`);

  it('are those of tables that nobody has looked at, and then of none', async () => {
    expect(await refreshed()).toEqual(expect.arrayContaining(['catalog.item_version', 'catalog.legal_instrument', 'catalog.journal']));
    expect(await refreshed()).toEqual([]);
  });

  it('are those of a table that has grown by half since', async () => {
    await insert(1000);
    expect(await refreshed()).toEqual(['catalog.legal_instrument']);
    await insert(300);
    expect(await refreshed()).toEqual([]);
    await insert(300);
    expect(await refreshed()).toEqual(['catalog.legal_instrument']);
  });
});
