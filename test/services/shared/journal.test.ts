import { ANONYMOUS, systemActor } from '../../../services/shared/actor';
import type { Database } from '../../../services/shared/database';
import { createFollower } from '../../../services/shared/follower';
import { localFeed } from '../../../services/shared/feed';
import { readJournal, type JournalDraft } from '../../../services/shared/journal';
import { accept, refuse } from '../../../services/shared/outcome';
import { runCommand, type Command } from '../../../services/shared/run-command';
import type { Store } from '../../../services/shared/store';
import { verifyJournal } from '../../../services/shared/verify-journal';
import { Wake } from '../../../services/shared/wake';
import { PrismaClient } from '../../../prisma/catalog/client/client';
import { testDatabase, type TestDatabase } from '../../support/database';

type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0] & Store['prisma'] extends never ? never : any;

const draft = (id: string): JournalDraft => ({
  action: 'ItemListed',
  subject: { kind: 'PowerItem', id },
  summary: `列入 ${id}`,
  before: null,
  after: { code: id, n: 1.5, text: '取水\u2028许可' },
});

const listItems: Command<Tx, 'list', { ids: string[]; refused?: boolean }, number> = {
  action: 'list',
  target: () => ({}),
  async handle({ ids, refused }) {
    return refused ? refuse('NOT_TODAY', 'P5', '今天不行') : accept({ value: ids.length, entries: ids.map(draft) });
  },
};
const permissions = { list: { ADMIN: 'ANY' } } as const;

describe('the journal', () => {
  let db: TestDatabase;
  let database: Database;
  let store: Store<Tx>;
  const run = (ids: string[], refused = false) =>
    runCommand(store, permissions, listItems, { ids, refused }, systemActor('test'));
  /** Edits as an intruder with the owner's rights would: the trigger off, the row changed. */
  const tamper = async (sql: string) => {
    await database.pool.query('ALTER TABLE catalog.journal DISABLE TRIGGER ALL');
    await database.pool.query(sql);
    await database.pool.query('ALTER TABLE catalog.journal ENABLE TRIGGER ALL');
  };

  beforeEach(async () => {
    db = await testDatabase();
    database = db.connect();
    const prisma = new PrismaClient({ adapter: database.adapter() });
    store = { schema: 'catalog', database, prisma, wake: new Wake(), now: () => new Date() };
  });
  afterEach(() => db.drop());

  it('is gap-free and verifies after many commands at once', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, i) => run([`a${i}`, `b${i}`])));
    const { entries, head } = await readJournal(database, 'catalog', 0, 1000);
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(await verifyJournal(database, 'catalog')).toEqual({ ok: true, head });
  });

  it('holds nothing of a refused command', async () => {
    expect(await run(['x'], true)).toEqual({ ok: false, refusal: expect.objectContaining({ code: 'NOT_TODAY', rule: 'P5' }) });
    expect((await readJournal(database, 'catalog', 0, 10)).head.seq).toBe(0);
  });

  it('rejects an actor without the grant before anything is opened', async () => {
    await expect(runCommand(store, permissions, listItems, { ids: ['x'] }, ANONYMOUS)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  it('refuses to be edited with ordinary rights', async () => {
    await run(['a']);
    await expect(database.pool.query(`UPDATE catalog.journal SET summary = 'x'`)).rejects.toThrow('append-only');
    await expect(database.pool.query(`DELETE FROM catalog.journal`)).rejects.toThrow('append-only');
  });

  it.each([
    ['a changed bit', `UPDATE catalog.journal SET after = '{"code":"forged"}' WHERE seq = 3`, 3, 'ALTERED'],
    ['a deleted row', `DELETE FROM catalog.journal WHERE seq = 2`, 2, 'MISSING'],
    ['a cut tail', `DELETE FROM catalog.journal WHERE seq >= 4`, 4, 'TAIL_CUT'],
    [
      'two rows that changed places',
      `UPDATE catalog.journal SET seq = CASE seq WHEN 2 THEN 103 ELSE 102 END WHERE seq IN (2, 3);
       UPDATE catalog.journal SET seq = seq - 100 WHERE seq > 100`,
      2,
      'ALTERED',
    ],
  ])('names the row of %s', async (_what, sql, seq, problem) => {
    await run(['a', 'b', 'c', 'd', 'e']);
    await tamper(sql);
    expect(await verifyJournal(database, 'catalog')).toMatchObject({ ok: false, bad: { seq, problem } });
  });

  it('is found out by its followers when cut together with its head, or forked', async () => {
    await run(['a', 'b', 'c']);
    const witness = { name: 'a follower', ...(await (await followAll()).cursor()) };
    const { entries } = await readJournal(database, 'catalog', 0, 10);
    await tamper(`DELETE FROM catalog.journal WHERE seq = 3; UPDATE catalog.journal_head SET seq = 2, hash = '${entries[1]!.hash}'`);
    expect(await verifyJournal(database, 'catalog')).toMatchObject({ ok: true });
    expect(await verifyJournal(database, 'catalog', [witness])).toMatchObject({ ok: false, bad: { seq: 3, problem: 'TAIL_CUT' } });
    await run(['other']);
    expect(await verifyJournal(database, 'catalog', [witness])).toMatchObject({ ok: false, bad: { seq: 3, problem: 'FORKED' } });
  });

  const followAll = async () => {
    await database.pool.query(
      `CREATE TABLE IF NOT EXISTS catalog.follower_cursor (source text primary key, seq bigint, hash text, applied_at timestamptz);
       CREATE TABLE IF NOT EXISTS catalog.seen (id text)`,
    );
    const follower = createFollower<Tx>(store, localFeed(store), {
      source: 'catalog',
      apply: async (tx: Tx, entries) => {
        for (const entry of entries) await tx.$executeRawUnsafe('INSERT INTO catalog.seen VALUES ($1)', entry.subject.id);
      },
      clear: async (tx: Tx) => {
        await tx.$executeRawUnsafe('DELETE FROM catalog.seen');
      },
    });
    await follower.catchUp();
    return follower;
  };

  it('is followed exactly once, also when replayed from zero', async () => {
    await run(['a', 'b']);
    const follower = await followAll();
    await run(['c']);
    await Promise.all([follower.catchUp(), follower.catchUp()]);
    const seen = async () => (await database.pool.query('SELECT id FROM catalog.seen ORDER BY id')).rows.map((row) => row.id);
    expect(await seen()).toEqual(['a', 'b', 'c']);
    expect(await follower.status()).toMatchObject({ cursor: 3, head: 3, lag: 0, error: null });
    await follower.rebuild();
    expect(await seen()).toEqual(['a', 'b', 'c']);
  });

  it('wakes a running follower at once', async () => {
    const follower = await followAll();
    follower.start();
    await run(['late']);
    const until = Date.now() + 5_000;
    while ((await follower.status()).cursor < 1 && Date.now() < until) await new Promise((r) => setTimeout(r, 10));
    expect(await follower.status()).toMatchObject({ cursor: 1 });
    await follower.stop();
  });
});
