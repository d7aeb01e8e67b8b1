import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from './actor';
import type { Feed } from './feed';
import { appendToJournal, chain, GENESIS, leafOf, lockHead, type JournalDraft, type JournalEntry, type JournalHead, type Transaction } from './journal';
import { TRANSACTION, type Store } from './store';

/** How far a follower is, as `/readyz` shows it. */
export interface FollowerStatus {
  /** The service that is followed. */
  source: string;
  cursor: number;
  head: number;
  /** Entries not yet applied. */
  lag: number;
  /** Why it stands still, if it does. */
  error: string | null;
}

/** One service following another's journal into tables of its own. */
export interface Follower {
  /** The service that is followed. */
  readonly source: string;
  start(): void;
  stop(): Promise<void>;
  /** Applies all there is and returns the place reached. */
  catchUp(): Promise<JournalHead>;
  /** Empties the projection and replays it from zero. */
  rebuild(): Promise<JournalHead>;
  status(): Promise<FollowerStatus>;
  /** The place reached in the followed journal: a witness of it. */
  cursor(): Promise<JournalHead>;
}

/** What to do with entries, all of it inside the transaction that moves the cursor, so that replay is harmless. */
export interface Projection<Tx> {
  source: string;
  apply(tx: Tx, entries: readonly JournalEntry[]): Promise<void>;
  /**
   * What follows for this service's own records (a mandate whose item is gone), for its journal: of these entries once they
   * are applied, or of everything (null) once a rebuild has replayed them all. What was said before is not said again.
   */
  react?(tx: Tx, entries: readonly JournalEntry[] | null, now: Date): Promise<readonly JournalDraft[]>;
  clear(tx: Tx): Promise<void>;
}

const PAGE = 1000;
const WAIT_MS = 20_000;
const RETRY_MS = 1_000;

/** Makes a follower that keeps `projection` up to `feed`, its cursor stored beside the projection. */
export function createFollower<Tx extends Transaction>(store: Store<Tx>, feed: Feed, projection: Projection<Tx>): Follower {
  const { source } = projection;
  const cursorTable = `"${store.schema}".follower_cursor`;
  let stopping = new AbortController();
  let running: Promise<void> | null = null;
  // Between two pages of a replay the projection shows a past that was over long ago: nothing follows from that.
  let replaying = false;
  let error: string | null = null;
  let head = GENESIS;

  async function lockCursor(tx: Tx): Promise<JournalHead> {
    await tx.$executeRawUnsafe(
      `INSERT INTO ${cursorTable} (source, seq, hash, applied_at) VALUES ($1, 0, $2, now()) ON CONFLICT DO NOTHING`,
      source,
      GENESIS.hash,
    );
    const [row] = await tx.$queryRawUnsafe<{ seq: bigint; hash: string }[]>(
      `SELECT seq, hash FROM ${cursorTable} WHERE source = $1 FOR UPDATE`,
      source,
    );
    return row ? { seq: Number(row.seq), hash: row.hash } : GENESIS;
  }

  const moveCursor = (tx: Tx, { seq, hash }: JournalHead) =>
    tx.$executeRawUnsafe(
      `UPDATE ${cursorTable} SET seq = $2, hash = $3, applied_at = now() WHERE source = $1`,
      source,
      seq,
      hash,
    );

  const readCursor = async (): Promise<JournalHead> => {
    const [row] = await store.database.rows<{ seq: string; hash: string }>(
      { name: 'follower-cursor', text: `SELECT seq, hash FROM ${cursorTable} WHERE source = $1` },
      [source],
    );
    return row ? { seq: Number(row.seq), hash: row.hash } : GENESIS;
  };

  /** Takes its turn among the service's commands: what these decide on does not change under them, nor they under it. */
  async function applyPage(entries: readonly JournalEntry[]): Promise<void> {
    const end = await store.prisma.$transaction(async (tx) => {
      const journal = await lockHead(tx, store.schema);
      const cursor = await lockCursor(tx);
      const fresh = entries.filter((entry) => entry.seq > cursor.seq);
      if (fresh.length === 0) return journal;
      const reached = followChain(source, cursor, fresh);
      await projection.apply(tx, fresh);
      const grown = replaying ? journal : await react(tx, journal, fresh);
      await moveCursor(tx, reached);
      return grown;
    }, TRANSACTION);
    tell(end);
  }

  async function react(tx: Tx, journal: JournalHead, entries: readonly JournalEntry[] | null): Promise<JournalHead> {
    const now = store.now();
    const drafts = (await projection.react?.(tx, entries, now)) ?? [];
    return appendToJournal(tx, store.schema, journal, drafts, systemActor(`follower:${source}`), now);
  }

  function tell({ seq }: JournalHead): void {
    store.checkpoints?.grewTo(seq);
    store.wake.ring();
  }

  /** One page; false when there was nothing to apply. */
  async function step(waitMs: number): Promise<boolean> {
    const cursor = await readCursor();
    const page = await feed.read({ after: cursor.seq, limit: PAGE, waitMs, signal: stopping.signal });
    head = page.head;
    if (page.head.seq < cursor.seq) throw new Error(`${source}: the journal ends at ${page.head.seq}, before cursor ${cursor.seq}`);
    if (page.entries.length === 0) return false;
    await applyPage(page.entries);
    return true;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await step(WAIT_MS);
        error = null;
      } catch (fault) {
        if (stopping.signal.aborted) return;
        error = fault instanceof Error ? fault.message : String(fault);
        await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  async function catchUp(): Promise<JournalHead> {
    while (await step(0));
    return readCursor();
  }

  return {
    source,
    cursor: readCursor,
    start() {
      if (running) return;
      stopping = new AbortController();
      running = run();
    },
    async stop() {
      stopping.abort();
      await running;
      running = null;
    },
    catchUp,
    async rebuild() {
      await store.prisma.$transaction(async (tx) => {
        await lockHead(tx, store.schema);
        await lockCursor(tx);
        await projection.clear(tx);
        await moveCursor(tx, GENESIS);
        replaying = true;
      }, TRANSACTION);
      try {
        await catchUp();
      } finally {
        replaying = false;
      }
      tell(await store.prisma.$transaction(async (tx) => react(tx, await lockHead(tx, store.schema), null), TRANSACTION));
      return readCursor();
    },
    async status() {
      const { seq } = await readCursor();
      const last = Math.max(head.seq, seq);
      return { source, cursor: seq, head: last, lag: last - seq, error };
    },
  };
}

/** Checks that entries continue the chain at the cursor: a gap or a rewritten past stops the follower instead of spreading. */
function followChain(source: string, cursor: JournalHead, entries: readonly JournalEntry[]): JournalHead {
  let at = cursor;
  for (const entry of entries) {
    const hash = chain(at.hash, knownLeafOf(entry));
    if (entry.seq !== at.seq + 1 || hash !== entry.hash)
      throw new Error(`${source}: entry ${entry.seq} does not continue the chain after ${at.seq}`);
    at = { seq: entry.seq, hash };
  }
  return at;
}

/** What an entry says is hashed once, however many followers in this process are handed the same one; its place in the chain each checks itself. */
const leaves = new WeakMap<JournalEntry, string>();

function knownLeafOf(entry: JournalEntry): string {
  const leaf = leaves.get(entry) ?? leafOf(entry);
  leaves.set(entry, leaf);
  return leaf;
}
