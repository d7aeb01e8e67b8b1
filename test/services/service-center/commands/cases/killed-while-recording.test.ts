import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProject } from '../../../../../services/shared/project-root';
import { verifyJournal } from '../../../../../services/shared/verify-journal';
import type { Database } from '../../../../../services/shared/database';
import { embedded, testDatabase, testServer, type TestDatabase } from '../../../../support/database';
import { temporaryFolder } from '../../../../support/sample-database';
import { BATCH } from './numbered-batches';

const KILLS = 4;

describe('a service center that is killed while it records batches', () => {
  let place: string;
  let server: TestDatabase | null = null;
  beforeAll(async () => {
    if (testServer() !== null) {
      server = await testDatabase();
      place = server.url!;
    } else {
      place = path.join(temporaryFolder(), 'pglite');
      await (await globalThis.openPglite({ dataDir: place })).close();
    }
  });
  afterAll(() => server?.drop());

  /** Looks into the database while nobody else does. */
  async function visit<T>(work: (database: Database) => Promise<T>): Promise<T> {
    if (server !== null) return work(server.connect());
    const opened = embedded(await globalThis.openPglite({ snapshot: null, dataDir: place }));
    const result = await work(opened.connect());
    await opened.drop();
    return result;
  }

  /** Reports from a batch on, until killed a moment after the first answer; what it was answered for. */
  async function reportUntilKilled(from: number): Promise<Map<number, string>> {
    const script = inProject('test', 'services', 'service-center', 'commands', 'cases', 'report-until-killed.ts');
    const child = spawn(process.execPath, ['-r', inProject('test', 'support', 'run-typescript.js'), script, place, String(from)], { cwd: inProject(), stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'close');
    const [said, complained] = [text(child.stdout), text(child.stderr)];
    await Promise.race([once(child.stdout, 'data'), ended]);
    await sleep(Math.random() * 250);
    child.kill('SIGKILL');
    const [, signal] = (await ended) as [number | null, string | null];
    if (signal !== 'SIGKILL') throw new Error(await complained);
    const lines = (await said).split('\n').slice(0, -1);
    return new Map(lines.map((line) => [Number(line.split(' ')[0]), line.split(' ')[1]!]));
  }

  const recorded = (database: Database) =>
    database.pool.query<{ batch: number; events: number }>(
      `SELECT split_part(event_id, '-', 1)::int AS batch, count(*)::int AS events FROM service_center.case_event GROUP BY 1 ORDER BY 1`,
    );
  const torn = (database: Database) =>
    database.pool.query(
      `SELECT c.number FROM service_center.service_case c
       WHERE c.event_count <> (SELECT count(*) FROM service_center.case_event e WHERE e.case_number = c.number)`,
    );
  const told = (database: Database) =>
    database.pool.query<{ events: number }>(
      `SELECT COALESCE(sum(jsonb_array_length(after -> 'events')), 0)::int AS events FROM service_center.journal WHERE subject_kind = 'Case'`,
    );

  it(`has every event it was answered for once, all or nothing of the rest, and goes on, ${KILLS} times`, async () => {
    let next = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const answered = await reportUntilKilled(next);
      expect(answered.size).toBeGreaterThan(0);
      // The batch under way when it was killed before is reported again: all of it is new, or all of it was there.
      for (const statuses of answered.values()) expect(['A'.repeat(BATCH), 'D'.repeat(BATCH)]).toContain(statuses);
      await visit(async (database) => {
        const { rows } = await recorded(database);
        const last = Math.max(...answered.keys());
        expect(rows.map(({ batch }) => batch)).toEqual(Array.from({ length: rows.length }, (_, i) => i));
        expect([last + 1, last + 2]).toContain(rows.length);
        expect(rows.every(({ events }) => events === BATCH)).toBe(true);
        expect((await torn(database)).rows).toEqual([]);
        expect((await told(database)).rows).toEqual([{ events: rows.length * BATCH }]);
        expect(await verifyJournal(database, 'service_center')).toMatchObject({ ok: true });
        next = last + 1;
      });
    }
  });
});
