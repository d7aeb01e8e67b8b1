import { ANONYMOUS } from '../../../services/shared/actor';
import type { Database, Statement } from '../../../services/shared/database';
import { localFeed } from '../../../services/shared/feed';
import { Wake } from '../../../services/shared/wake';

const row = (seq: number) => ({ seq: String(seq), at: new Date(0), actor: ANONYMOUS, action: 'Said', subject_kind: 'Word', subject_id: String(seq), summary: '', before: null, after: {}, hash: '' });

/** A journal of so many rows, and the statements that read it. */
function journal() {
  const said = { rows: 0, readings: 0 };
  const rows = async ({ name }: Statement, values: unknown[] = []) => {
    if (name === 'journal-head') return [{ seq: String(said.rows), hash: '' }];
    said.readings += 1;
    const [after, limit] = values as [number, number];
    return Array.from({ length: said.rows }, (_, i) => row(i + 1)).slice(after, after + limit);
  };
  const wake = new Wake();
  const feed = localFeed({ schema: 'catalog', wake, now: () => new Date(), database: { rows } as unknown as Database, prisma: { $transaction: () => Promise.reject(new Error('reads only')) } });
  return { said, wake, feed };
}

describe('a journal read by several', () => {
  const page = { after: 0, limit: 10, waitMs: 0 };

  it('is read once for those whom one ring wakes at the same place', async () => {
    const { said, wake, feed } = journal();
    const waiting = [feed.read({ ...page, waitMs: 5000 }), feed.read({ ...page, waitMs: 5000 }), feed.read({ ...page, limit: 1, waitMs: 5000 })];
    await feed.read(page); // by now those wait
    said.rows = 2;
    said.readings = 0;
    wake.ring();
    const [one, other, short] = await Promise.all(waiting);
    expect(one!.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(other!.entries[0]).toBe(one!.entries[0]);
    expect(short!.entries).toHaveLength(1);
    expect(said.readings).toBe(2);
  });

  it('gives nobody what was read before he asked', async () => {
    const { said, feed } = journal();
    const before = feed.read(page);
    await before;
    said.rows = 1;
    expect((await feed.read(page)).entries).toHaveLength(1);
    expect((await before).entries).toHaveLength(0);
    const late = new Promise<number>((resolve) => setImmediate(() => setImmediate(() => void feed.read(page).then(({ entries }) => resolve(entries.length)))));
    const early = feed.read(page);
    said.rows = 2;
    expect([(await early).entries.length, await late]).toEqual([2, 2]);
  });
});
