import { ANONYMOUS, systemActor } from '../../../services/shared/actor';
import type { Checkpoint } from '../../../services/shared/checkpoints/checkpoint';
import { createCheckpointer } from '../../../services/shared/checkpoints/checkpointer';
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
import { until } from '../../support/until';
import { newSigner } from './checkpoints/catalog-journal';

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

  describe('against checkpoints that others have kept', () => {
    const published: Checkpoint[] = [];
    /** Five rows, signed at the second and at the last, as somebody outside has it; the service's own are the intruder's to edit. */
    beforeEach(async () => {
      const checkpoints = createCheckpointer(store, { signer: newSigner() });
      await run(['a', 'b']);
      published.splice(0, Infinity, (await checkpoints.checkpoint())!);
      await run(['c', 'd', 'e']);
      published.push((await checkpoints.checkpoint())!);
    });
    const verify = () => verifyJournal(database, 'catalog', [], published);
    /** Brings the database to what it was after so many rows, its own checkpoints included: an old backup. */
    const restore = async (rows: number) => {
      const { entries } = await readJournal(database, 'catalog', rows - 1, 1);
      await tamper(`DELETE FROM catalog.journal WHERE seq > ${rows}; UPDATE catalog.journal_head SET seq = ${rows}, hash = '${entries[0]!.hash}'`);
      await database.pool.query('ALTER TABLE catalog.journal_checkpoint DISABLE TRIGGER ALL');
      await database.pool.query(`DELETE FROM catalog.journal_checkpoint WHERE tree_size > ${rows}`);
      await database.pool.query('ALTER TABLE catalog.journal_checkpoint ENABLE TRIGGER ALL');
    };

    it('is found whole', async () => {
      expect(await verify()).toMatchObject({ ok: true, head: { seq: 5 } });
    });

    it('is found restored from an old backup at the first row that is gone', async () => {
      await restore(4);
      expect(await verifyJournal(database, 'catalog')).toMatchObject({ ok: true });
      expect(await verify()).toMatchObject({ ok: false, bad: { seq: 5, problem: 'TAIL_CUT' } });
    });

    it('is found cut together with its head by its own checkpoints', async () => {
      const { entries } = await readJournal(database, 'catalog', 0, 10);
      await tamper(`DELETE FROM catalog.journal WHERE seq > 3; UPDATE catalog.journal_head SET seq = 3, hash = '${entries[2]!.hash}'`);
      expect(await verifyJournal(database, 'catalog')).toMatchObject({ ok: false, bad: { seq: 4, problem: 'TAIL_CUT' } });
    });

    it('is found forked behind the last checkpoint it agrees with', async () => {
      await restore(2);
      await run(['x', 'y', 'z', 'later']);
      expect(await verifyJournal(database, 'catalog')).toMatchObject({ ok: true });
      expect(await verify()).toMatchObject({ ok: false, bad: { seq: 3, problem: 'FORKED' } });
    });

    it('is found forked at the very row when changes were kept as well', async () => {
      const { entries } = await readJournal(database, 'catalog', 0, 10);
      const kept = entries.map(({ seq, hash }) => ({ name: 'kept changes', seq, hash }));
      await restore(3);
      await run(['x', 'y', 'later']);
      expect(await verify()).toMatchObject({ ok: false, bad: { seq: 3, problem: 'FORKED', message: expect.stringContaining('第 3 行至第 5 行之间') } });
      expect(await verifyJournal(database, 'catalog', kept, published)).toMatchObject({ ok: false, bad: { seq: 4, problem: 'FORKED' } });
    });

    it('is found rewritten from its first row by somebody who made every hash anew', async () => {
      await restore(2);
      await tamper(`DELETE FROM catalog.journal; UPDATE catalog.journal_head SET seq = 0, hash = repeat('0', 64)`);
      await run(['forged', 'b', 'c', 'd', 'e']);
      expect(await verify()).toMatchObject({ ok: false, bad: { seq: 1, problem: 'FORKED' } });
    });

    it('is found at the row whose leaf, which proofs are made from, is not its content’s', async () => {
      await tamper(`UPDATE catalog.journal SET leaf = repeat('0', 64) WHERE seq = 4`);
      expect(await verify()).toMatchObject({ ok: false, bad: { seq: 4, problem: 'ALTERED' } });
    });

    it('trusts no checkpoint that its key has not signed', async () => {
      const [first, last] = published as [Checkpoint, Checkpoint];
      const forged = { ...last, rootHash: first.rootHash };
      expect(await verifyJournal(database, 'catalog', [], [first, forged])).toMatchObject({ ok: false, bad: { seq: 5, problem: 'BAD_SIGNATURE' } });
      await database.pool.query('ALTER TABLE catalog.journal_checkpoint DISABLE TRIGGER ALL');
      await database.pool.query(`UPDATE catalog.journal_checkpoint SET at = at + interval '1 day' WHERE tree_size = 2`);
      expect(await verify()).toMatchObject({ ok: false, bad: { seq: 2, problem: 'BAD_SIGNATURE' } });
    });

    it('is not measured by another journal’s checkpoints', async () => {
      expect(await verifyJournal(database, 'catalog', [], [{ ...published[1]!, journal: 'organisation', treeSize: 99 }])).toMatchObject({ ok: true });
    });
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
    expect(await until(() => follower.status(), ({ cursor }) => cursor > 0)).toMatchObject({ cursor: 1 });
    await follower.stop();
  });
});
