import { type Checkpoint, isGenuine, listCheckpoints } from './checkpoints/checkpoint';
import { GrowingTree } from './checkpoints/merkle';
import type { Database } from './database';
import { chain, GENESIS, leafOf, readHead, readJournal, type JournalHead } from './journal';

/** What is wrong with a chain and at which row: the first row that does not fit what came before it. */
export interface BadRow {
  seq: number;
  problem: 'MISSING' | 'ALTERED' | 'TAIL_CUT' | 'FORKED' | 'BAD_SIGNATURE';
  message: string;
}

/** A head that somebody else remembers: a follower's cursor, an anchor file, a change that was saved. */
export interface Witness extends JournalHead {
  name: string;
}

/** The outcome of a verification. */
export type Verification = { ok: true; head: JournalHead } | { ok: false; bad: BadRow };

const PAGE = 1000;

/**
 * Recomputes a service's whole chain and its Merkle tree, row by row, in constant memory. `witnesses` are heads that others
 * remember, `published` are checkpoints that others have kept; those the service keeps itself are checked as well. A journal
 * that was forked, cut together with its head, or restored from an old backup disagrees with one of them.
 */
export async function verifyJournal(
  database: Database,
  schema: string,
  witnesses: readonly Witness[] = [],
  published: readonly Checkpoint[] = [],
): Promise<Verification> {
  const expected = bySize(witnesses, ({ seq }) => seq);
  const kept = bySize(published.filter(({ journal }) => journal === schema), ({ treeSize }) => treeSize);
  const forged = [...kept.values()].flat().find((checkpoint) => !isGenuine(checkpoint));
  if (forged) return badSignature(forged);
  const tree = new GrowingTree();
  let at: JournalHead = GENESIS;
  let signed = 0;
  for (;;) {
    const { entries } = await readJournal(database, schema, at.seq, PAGE);
    const own = bySize(await listCheckpoints(database, schema, at.seq, at.seq + PAGE), ({ treeSize }) => treeSize);
    const leaves: string[] = [];
    const from = at.seq + 1;
    for (const entry of entries) {
      const seq = at.seq + 1;
      if (entry.seq !== seq) return bad(seq, 'MISSING', `第 ${seq} 行缺失，其后是第 ${entry.seq} 行`);
      const leaf = leafOf(entry);
      const hash = chain(at.hash, leaf);
      if (hash !== entry.hash) return bad(seq, 'ALTERED', `第 ${seq} 行的内容与其哈希不符`);
      const witness = expected.get(seq)?.find((head) => head.hash !== hash);
      if (witness) return bad(seq, 'FORKED', `第 ${seq} 行与 ${witness.name} 所记的哈希不同：日志被改写或由旧备份恢复`);
      tree.append(leaf);
      leaves.push(leaf);
      for (const checkpoint of [...(kept.get(seq) ?? []), ...(own.get(seq) ?? [])]) {
        if (!isGenuine(checkpoint)) return badSignature(checkpoint);
        if (checkpoint.rootHash !== tree.root()) return departs(signed + 1, checkpoint);
        signed = seq;
      }
      at = { seq, hash };
    }
    const altered = await findAlteredLeaf(database, schema, from, leaves);
    if (altered !== null) return bad(altered, 'ALTERED', `第 ${altered} 行所存的叶哈希与其内容不符`);
    if (entries.length < PAGE) break;
  }
  const head = await readHead(database, schema);
  const [beyond] = await listCheckpoints(database, schema, at.seq, Number.MAX_SAFE_INTEGER);
  const last = [head.seq, beyond?.treeSize ?? 0, ...expected.keys(), ...kept.keys()].reduce((most, seq) => Math.max(most, seq));
  if (last > at.seq) return bad(at.seq + 1, 'TAIL_CUT', `日志止于第 ${at.seq} 行，而已有记载的末行是第 ${last} 行`);
  if (head.seq !== at.seq || head.hash !== at.hash) return bad(at.seq, 'ALTERED', `末行指针与第 ${at.seq} 行不符`);
  return { ok: true, head: at };
}

/** The first row whose stored leaf, which proofs are made from, is not the one of its content. */
async function findAlteredLeaf(database: Database, schema: string, from: number, leaves: readonly string[]): Promise<number | null> {
  const [row] = await database.rows<{ seq: string }>(
    {
      name: 'altered-leaf',
      text: `SELECT row.seq FROM unnest($2::text[]) WITH ORDINALITY AS found (leaf, place)
             JOIN "${schema}".journal AS row ON row.seq = $1::bigint + found.place - 1
             WHERE row.leaf <> found.leaf ORDER BY row.seq LIMIT 1`,
    },
    [from, leaves],
  );
  return row ? Number(row.seq) : null;
}

function bySize<Value>(values: readonly Value[], sizeOf: (value: Value) => number): Map<number, Value[]> {
  const found = new Map<number, Value[]>();
  for (const value of values) found.set(sizeOf(value), [...(found.get(sizeOf(value)) ?? []), value]);
  return found;
}

/** The chain fits in itself and not to what was signed: it was written anew from some row on. Saved changes name that row; checkpoints alone, where it can be at the earliest. */
const departs = (seq: number, { treeSize, at }: Checkpoint): Verification =>
  bad(
    seq,
    'FORKED',
    seq === treeSize
      ? `第 ${seq} 行与 ${at} 签署的检查点不符：日志被改写或由旧备份恢复`
      : `第 ${seq} 行至第 ${treeSize} 行之间，日志与 ${at} 签署的检查点（${treeSize} 行）不符：日志被改写或由旧备份恢复`,
  );

const badSignature = ({ treeSize, keyId }: Checkpoint): Verification =>
  bad(treeSize, 'BAD_SIGNATURE', `${treeSize} 行的检查点的签名与密钥 ${keyId} 不符`);

const bad = (seq: number, problem: BadRow['problem'], message: string): Verification => ({
  ok: false,
  bad: { seq, problem, message },
});
