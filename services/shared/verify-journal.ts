import type { Database } from './database';
import { chain, GENESIS, leafOf, readHead, readJournal, type JournalHead } from './journal';

/** What is wrong with a chain and at which row: the first row that does not fit what came before it. */
export interface BadRow {
  seq: number;
  problem: 'MISSING' | 'ALTERED' | 'TAIL_CUT' | 'FORKED';
  message: string;
}

/** A head that somebody else remembers: a follower's cursor, an anchor file. */
export interface Witness extends JournalHead {
  name: string;
}

/** The outcome of a verification. */
export type Verification = { ok: true; head: JournalHead } | { ok: false; bad: BadRow };

const PAGE = 1000;

/**
 * Recomputes a service's whole chain. `witnesses` are heads that others remember (followers' cursors, an anchor file):
 * a journal that was forked, cut together with its head, or restored from an old backup disagrees with one of them.
 */
export async function verifyJournal(
  database: Database,
  schema: string,
  witnesses: readonly Witness[] = [],
): Promise<Verification> {
  const expected = new Map(witnesses.map((witness) => [witness.seq, witness]));
  let at: JournalHead = GENESIS;
  for (;;) {
    const { entries } = await readJournal(database, schema, at.seq, PAGE);
    for (const entry of entries) {
      const seq = at.seq + 1;
      if (entry.seq !== seq) return bad(seq, 'MISSING', `第 ${seq} 行缺失，其后是第 ${entry.seq} 行`);
      const hash = chain(at.hash, leafOf(entry));
      if (hash !== entry.hash) return bad(seq, 'ALTERED', `第 ${seq} 行的内容与其哈希不符`);
      const witness = expected.get(seq);
      if (witness && witness.hash !== hash)
        return bad(seq, 'FORKED', `第 ${seq} 行与 ${witness.name} 所记的哈希不同：日志被改写或由旧备份恢复`);
      at = { seq, hash };
    }
    if (entries.length < PAGE) break;
  }
  const head = await readHead(database, schema);
  const last = Math.max(head.seq, ...witnesses.map((witness) => witness.seq));
  if (last > at.seq) return bad(at.seq + 1, 'TAIL_CUT', `日志止于第 ${at.seq} 行，而已有记载的末行是第 ${last} 行`);
  if (head.seq !== at.seq || head.hash !== at.hash) return bad(at.seq, 'ALTERED', `末行指针与第 ${at.seq} 行不符`);
  return { ok: true, head: at };
}

const bad = (seq: number, problem: BadRow['problem'], message: string): Verification => ({
  ok: false,
  bad: { seq, problem, message },
});
