import { readJournal } from '../../../../../services/shared/journal';
import { verifyJournal } from '../../../../../services/shared/verify-journal';
import { cancelItem } from '../../../../../services/catalog/commands/adjust/cancel-item';
import { mergeItems } from '../../../../../services/catalog/commands/adjust/merge-items';
import { suspendItem } from '../../../../../services/catalog/commands/adjust/suspend-item';
import { tightenItem } from '../../../../../services/catalog/commands/adjust/tighten-item';
import { power } from '../../../../support/powers';
import { adjustedCatalog, stated, type AdjustedCatalog } from './adjusted-catalog';

describe('deciders at the same time', () => {
  let catalog: AdjustedCatalog;
  beforeEach(async () => {
    catalog = await adjustedCatalog(...Array.from({ length: 50 }, (_, i) => power(`事项${i}`, { publishedCode: `N${i}` })));
  });
  afterEach(() => catalog.db.drop());

  it('on one item: one wins, the other hears what changed', async () => {
    const { decide, on } = catalog;
    const item = { code: 'N0', basedOn: (await on('2014-09-08', 'N0'))!.versionId };
    const outcomes = await Promise.all([
      decide(tightenItem, '2014-10-01', { item, conditions: '甲的条件' }),
      decide(tightenItem, '2014-10-01', { item, conditions: '乙的条件' }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { conditions } = (await on('2014-10-01', 'N0'))!;
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'ITEM_CHANGED_MEANWHILE', rule: 'P7', details: expect.arrayContaining([{ path: 'item.conditions', value: conditions }]) },
    });
  });

  it('on one item without saying what they saw: the loser hears the state it is in now', async () => {
    const { decide } = catalog;
    const cancel = () => decide(cancelItem, '2014-10-01', { item: { code: 'N0' } });
    const outcomes = await Promise.all([cancel(), cancel()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'NOT_ON_LIST', details: expect.arrayContaining([{ path: 'item.status', value: 'CANCELLED' }, { path: 'item.effectiveFrom', value: '2014-10-01' }]) },
    });
  });

  it('on overlapping merges: what went into one result does not go into another', async () => {
    const { decide, store } = catalog;
    const merge = (...codes: string[]) => decide(mergeItems, '2014-10-01', { sources: codes.map((code) => ({ code })), into: null, newItem: stated(`合${codes.join('')}`) });
    const outcomes = await Promise.all([merge('N0', 'N1'), merge('N1', 'N2'), merge('N2', 'N0')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { rows } = await store.database.pool.query('SELECT from_code FROM catalog.lineage');
    expect(rows).toHaveLength(2);
  });

  it('fifty of them leave one gap-free journal that verifies', async () => {
    const { decide, store } = catalog;
    const before = (await readJournal(store.database, 'catalog', 0, 1)).head.seq;
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        i % 2 === 0
          ? decide(suspendItem, '2014-10-01', { item: { code: `N${i % 40}` } })
          : decide(cancelItem, '2014-10-01', { item: { code: `N${i % 40}` } }),
      ),
    );
    const done = outcomes.filter(({ ok }) => ok).length;
    expect(done).toBe(40); // ten name an item that another has already taken
    const { entries, head } = await readJournal(store.database, 'catalog', before, 1000);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: done * 2 }, (_, i) => before + 1 + i));
    expect(await verifyJournal(store.database, 'catalog')).toEqual({ ok: true, head });
    expect((await store.database.pool.query('SELECT 1 FROM catalog.adjustment')).rowCount).toBe(done);
  });
});
