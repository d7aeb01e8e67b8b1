import type { Database } from '../database';
import { readHead } from '../journal';
import type { Wake } from '../wake';
import { type Checkpoint, findLatestCheckpoint, isGenuine, keepCheckpoint, statementOf } from './checkpoint';
import type { CheckpointSigner } from './signing-key';
import { StoredTree } from './stored-tree';

export interface CheckpointSettings {
  signer: CheckpointSigner;
  /** How often the journal is looked at, milliseconds. */
  everyMs?: number;
  /** So many new rows are signed at once. */
  everyRows?: number;
  /** So long may rows wait for a checkpoint before decisions stop, milliseconds. */
  stallMs?: number;
}

/** The journal whose checkpoints are made. */
export interface CheckpointedJournal {
  database: Database;
  schema: string;
  now: () => Date;
  /** Rung when another checkpoint is the last. */
  wake: Wake;
}

/** How far a journal is signed; nothing is asked of the database for it. */
export interface CheckpointStatus {
  /** Rows that are signed. */
  treeSize: number;
  /** Rows known to this process. */
  head: number;
  /** Since when rows wait for a checkpoint; null: none do. */
  waitingSince: string | null;
  /** Why the last attempt failed, if it did. */
  error: string | null;
}

/** Signs a journal as it grows. */
export interface Checkpointer {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Signs what is there; null when there is nothing yet. Nothing new: the last checkpoint again. */
  checkpoint(): Promise<Checkpoint | null>;
  /** A command of this process has brought the journal to this row. */
  grewTo(seq: number): void;
  /** Whether rows have waited too long; tries once more before it says so. */
  isStalled(): Promise<boolean>;
  status(): CheckpointStatus;
}

const EVERY_MS = 60_000;
const EVERY_ROWS = 1000;
const STALL_MS = 600_000;

/**
 * Signs the journal every minute or 1,000 rows. It never signs what does not continue the last checkpoint: such a journal
 * was rewritten, and stands still until somebody has looked at it.
 */
export function createCheckpointer(
  { database, schema, now, wake }: CheckpointedJournal,
  { signer, everyMs = EVERY_MS, everyRows = EVERY_ROWS, stallMs = STALL_MS }: CheckpointSettings,
): Checkpointer {
  const tree = new StoredTree(database, schema);
  const known = { treeSize: 0, head: 0, waitingSince: null as Date | null, error: null as string | null };
  let running: Promise<Checkpoint | null> | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function sign(): Promise<Checkpoint | null> {
    const began = now();
    const [head, last] = [await readHead(database, schema), await findLatestCheckpoint(database, schema)];
    known.head = Math.max(known.head, head.seq);
    if (last && !isGenuine(last)) throw new Error(`${schema}: the checkpoint of row ${last.treeSize} is not what was signed`);
    if (last && last.treeSize > head.seq) throw new Error(`${schema}: the journal ends at ${head.seq}, before its checkpoint at ${last.treeSize}`);
    if (head.seq > (last?.treeSize ?? 0)) known.waitingSince ??= began;
    if (head.seq === 0 || last?.treeSize === head.seq) return settle(last, began);
    if (last && (await tree.root(last.treeSize)) !== last.rootHash)
      throw new Error(`${schema}: the journal departs from its checkpoint of row ${last.treeSize}`);
    await tree.grow(head.seq);
    const said = { journal: schema, treeSize: head.seq, rootHash: await tree.root(head.seq), at: now().toISOString() };
    const made: Checkpoint = { ...said, signature: signer.sign(statementOf(said)), keyId: signer.keyId, publicKey: signer.publicKey };
    await keepCheckpoint(database, made);
    return settle(made, began);
  }

  /** Rows that came while this one was made wait since it began at the earliest. */
  function settle(made: Checkpoint | null, began: Date): Checkpoint | null {
    const isAnother = known.treeSize !== (made?.treeSize ?? 0);
    known.treeSize = made?.treeSize ?? 0;
    known.waitingSince = known.head > known.treeSize ? began : null;
    known.error = null;
    if (isAnother) wake.ring();
    return made;
  }

  /** One at a time; who asks meanwhile gets the one under way. */
  function checkpoint(): Promise<Checkpoint | null> {
    running ??= sign()
      .catch((fault: unknown) => {
        known.error = fault instanceof Error ? fault.message : String(fault);
        throw fault;
      })
      .finally(() => (running = null));
    return running;
  }

  /** What goes wrong is in `status`, and stops decisions when it lasts. */
  const attempt = (): void => void checkpoint().catch(() => undefined);

  const hasWaitedTooLong = (): boolean => known.waitingSince !== null && now().getTime() - known.waitingSince.getTime() > stallMs;

  return {
    async start() {
      if (timer) return;
      known.waitingSince = await waitingSince(database, schema);
      await checkpoint().catch(() => undefined);
      timer = setInterval(attempt, everyMs).unref();
    },
    async stop() {
      if (timer) clearInterval(timer);
      timer = null;
      await running?.catch(() => undefined);
    },
    checkpoint,
    grewTo(seq) {
      if (seq <= known.head) return;
      known.head = seq;
      known.waitingSince ??= now();
      if (timer && seq - known.treeSize >= everyRows) attempt();
    },
    async isStalled() {
      if (hasWaitedTooLong()) await checkpoint().catch(() => undefined);
      return hasWaitedTooLong();
    },
    status: () => ({ ...known, waitingSince: known.waitingSince?.toISOString() ?? null }),
  };
}

/** When the first row came that is not signed: a restart does not make it younger. */
async function waitingSince(database: Database, schema: string): Promise<Date | null> {
  const [row] = await database.rows<{ at: Date }>({
    name: 'unsigned-since',
    text: `SELECT at FROM "${schema}".journal WHERE seq > (SELECT coalesce(max(tree_size), 0) FROM "${schema}".journal_checkpoint) ORDER BY seq LIMIT 1`,
  });
  return row?.at ?? null;
}
