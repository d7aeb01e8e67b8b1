import type { Database } from '../../../../services/shared/database';
import { GrowingTree } from '../../../../services/shared/checkpoints/merkle';
import { StoredTree } from '../../../../services/shared/checkpoints/stored-tree';
import { consistencyRanges, inclusionRanges } from '../../../../services/shared/checkpoints/tree-shape';
import { testDatabase, type TestDatabase } from '../../../support/database';
import { isConsistent, isIncluded } from './check-proof';

/** More than 2^16: three levels are kept. */
const ROWS = 66_000;

/** Rows with nothing in them but a leaf. */
const fillJournal = (database: Database, from: number, to: number) =>
  database.pool.query(
    `INSERT INTO catalog.journal (seq, at, actor, action, subject_kind, subject_id, summary, leaf, hash)
     SELECT i, now(), '{}', '', '', '', '', encode(sha256(i::text::bytea), 'hex'), '' FROM generate_series($1::int, $2::int) AS i`,
    [from, to],
  );

describe('the tree in the database', () => {
  let db: TestDatabase;
  let database: Database;
  let tree: StoredTree;
  let statements: string[];
  const leaves: string[] = [];
  const roots = new Map<number, string>();

  beforeAll(async () => {
    db = await testDatabase();
    database = db.connect();
    tree = new StoredTree(database, 'catalog');
    await fillJournal(database, 1, ROWS);
    const { rows } = await database.pool.query<{ leaf: string }>('SELECT leaf FROM catalog.journal ORDER BY seq');
    leaves.push(...rows.map(({ leaf }) => leaf));
    const growing = new GrowingTree();
    leaves.forEach((leaf, i) => {
      growing.append(leaf);
      roots.set(i + 1, growing.root());
    });
    // In steps, as checkpoints come.
    for (const size of [1, 255, 256, 257, 5_000, 40_000, 65_535, ROWS]) await tree.grow(size);
    statements = [];
    database.onStatement((text) => statements.push(text));
  });
  afterAll(() => db.drop());

  it('has the roots of the tree that grows leaf by leaf', async () => {
    for (const size of [1, 2, 255, 256, 257, 511, 4_096, 39_999, 65_535, 65_536, 65_537, ROWS]) expect(await tree.root(size)).toBe(roots.get(size));
  });

  it('proves to a stranger', async () => {
    for (const [index, size] of [[0, 1], [0, ROWS], [ROWS - 1, ROWS], [12_345, 54_321], [65_536, ROWS], [300, 301]] as const) {
      const proof = await tree.hashesOf(inclusionRanges(index, size));
      expect(isIncluded(index, size, leaves[index]!, roots.get(size)!, proof)).toBe(true);
    }
    for (const [old, size] of [[1, ROWS], [256, 65_536], [777, 1_000], [65_535, ROWS], [ROWS, ROWS]] as const) {
      const proof = await tree.hashesOf(consistencyRanges(old, size));
      expect(isConsistent(old, size, roots.get(old)!, roots.get(size)!, proof)).toBe(true);
    }
  });

  it('asks one statement of each level, and does again nothing that is done', async () => {
    statements.length = 0;
    await tree.hashesOf(inclusionRanges(ROWS - 1, ROWS));
    expect(statements).toHaveLength(3);
    statements.length = 0;
    await tree.grow(ROWS);
    expect(statements.filter((text) => text.includes('INSERT'))).toEqual([]);
  });

  it('reads at most a page of leaves at a time', async () => {
    const sizes: number[] = [];
    const watched: Database = { ...database, rows: async (statement, values) => {
      const rows = await database.rows(statement, values);
      sizes.push(rows.reduce((sum, row) => sum + ((row as { hashes?: string[] }).hashes?.length ?? 1), 0));
      return rows as never;
    } };
    await fillJournal(database, ROWS + 1, ROWS + 20_000);
    await new StoredTree(watched, 'catalog').grow(ROWS + 20_000);
    expect(Math.max(...sizes)).toBe(16 * 256);
  });

  it('does not answer over a hole', async () => {
    await expect(tree.root(ROWS + 30_000)).rejects.toThrow(/catalog: the journal has \d+ of \d+ hashes/);
  });
});
