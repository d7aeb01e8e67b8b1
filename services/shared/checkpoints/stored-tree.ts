import type { Database } from '../database';
import { foldFull, foldRoots } from './merkle';
import { type Range, type Subtree, subtreesOf } from './tree-shape';

/** Levels that are kept: every eighth. The leaves, level 0, are in the journal itself. */
const STEP = 8;
const TILE = 2 ** STEP;
/** Tiles hashed at a time: memory does not grow with the journal. */
const TILES_A_PAGE = 16;

/** The journal's Merkle tree as the database keeps it: roots and proofs read a few hundred hashes, however long the journal. */
export class StoredTree {
  constructor(
    private readonly database: Database,
    private readonly schema: string,
  ) {}

  /** Keeps the nodes that are full at `size` and not kept yet. */
  async grow(size: number): Promise<void> {
    for (let level = STEP; 2 ** level <= size; level += STEP) {
      const full = Math.floor(size / 2 ** level);
      for (let at = await this.kept(level); at < full; at += TILES_A_PAGE) await this.keep(level, at, Math.min(at + TILES_A_PAGE, full));
    }
  }

  /** The root of the first `size` rows; their full nodes are kept. */
  async root(size: number): Promise<string> {
    const [root] = await this.hashesOf([{ from: 0, to: size }]);
    return root!;
  }

  /** The hash of each range. One statement for each kept level, however many ranges. */
  async hashesOf(ranges: readonly Range[]): Promise<string[]> {
    const parts = ranges.map(subtreesOf);
    const hashes = await this.load(parts.flat());
    let at = 0;
    return parts.map((subtrees) => foldRoots(hashes.slice(at, (at += subtrees.length))));
  }

  /** How many nodes of a level are kept; they are kept from the left, without gaps. */
  private async kept(level: number): Promise<number> {
    const [row] = await this.database.rows<{ kept: string }>(
      { name: 'tree-kept', text: `SELECT coalesce(max(position) + 1, 0) AS kept FROM "${this.schema}".journal_tree WHERE level = $1` },
      [level],
    );
    return Number(row!.kept);
  }

  private async keep(level: number, from: number, to: number): Promise<void> {
    const positions = Array.from({ length: to - from }, (_, i) => from + i);
    const hashes = await this.fold(level - STEP, positions.map((position) => ({ first: position * TILE, count: TILE })));
    await this.database.rows(
      {
        name: 'tree-keep',
        text: `INSERT INTO "${this.schema}".journal_tree (level, position, hash)
               SELECT $1, * FROM unnest($2::bigint[], $3::text[]) ON CONFLICT DO NOTHING`,
      },
      [level, positions, hashes],
    );
  }

  private async load(subtrees: readonly Subtree[]): Promise<string[]> {
    const found = new Map<Subtree, string>();
    const rest = new Map<number, Subtree[]>();
    for (const subtree of subtrees) {
      const base = subtree.level - (subtree.level % STEP);
      rest.set(base, [...(rest.get(base) ?? []), subtree]);
    }
    for (const [base, of] of rest) {
      const hashes = await this.fold(base, of.map(({ level, position }) => ({ first: position * 2 ** (level - base), count: 2 ** (level - base) })));
      of.forEach((subtree, i) => found.set(subtree, hashes[i]!));
    }
    return subtrees.map((subtree) => found.get(subtree)!);
  }

  /** The root over each run of nodes of one kept level. One statement. */
  private async fold(level: number, runs: readonly { first: number; count: number }[]): Promise<string[]> {
    const nodes =
      level === 0
        ? { table: 'journal', hash: 'leaf', place: 'seq', first: 'run.first + 1' }
        : { table: 'journal_tree', hash: 'hash', place: 'position', first: `run.first AND node.level = ${level}` };
    const rows = await this.database.rows<{ run: string; hashes: string[] }>(
      {
        name: `tree-runs-${level}`,
        text: `SELECT run.ordinality AS run, array_agg(node.${nodes.hash} ORDER BY node.${nodes.place}) AS hashes
               FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS run (first, count, ordinality)
               JOIN "${this.schema}".${nodes.table} AS node
                 ON node.${nodes.place} < run.first + run.count + ${level === 0 ? 1 : 0} AND node.${nodes.place} >= ${nodes.first}
               GROUP BY run.ordinality`,
      },
      [runs.map(({ first }) => first), runs.map(({ count }) => count)],
    );
    const hashes = new Map(rows.map((row) => [Number(row.run), row.hashes]));
    return runs.map(({ first, count }, i) => {
      const found = hashes.get(i + 1) ?? [];
      if (found.length !== count) throw new Error(`${this.schema}: the journal has ${found.length} of ${count} hashes from ${first} at level ${level}`);
      return foldFull(found);
    });
  }
}
