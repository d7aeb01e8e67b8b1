import type { Database } from '../../services/shared/database';
import { runHubCommand, sampleHome, type SampleHome } from '../support/hub-process';

/** Every table of the services that follow others, but for when something was applied. */
async function dump(connect: () => Database): Promise<Record<string, unknown[]>> {
  const { pool } = connect();
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname IN ('organisation', 'service_center') AND tablename NOT LIKE '\\_prisma%' ORDER BY 1`,
  );
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: object }>(`SELECT to_jsonb(t) - 'applied_at' AS row FROM ${name} t ORDER BY to_jsonb(t)::text`);
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

/** Changes a table behind the hub's back. */
async function tamper(connect: () => Database, table: string, sql: string): Promise<void> {
  const { pool } = connect();
  await pool.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  await pool.query(sql);
  await pool.query(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
}

describe('the tools over a hub’s journals', () => {
  let home: SampleHome;
  beforeAll(async () => {
    home = await sampleHome();
  });
  afterAll(() => home.drop());

  it('rebuild-projection replays from zero to the same state, whatever had become of it', async () => {
    const before = await home.visit(dump);
    expect(before['service_center.listed_item']!.length).toBeGreaterThan(2000);
    await home.visit(async (connect) => {
      await tamper(connect, 'service_center.office', `UPDATE service_center.office SET name = '被改的科' WHERE id LIKE '1401%'`);
      await tamper(connect, 'service_center.listed_item', `DELETE FROM service_center.listed_item WHERE code LIKE '6502%'`);
      await tamper(connect, 'organisation.listed_item', 'DELETE FROM organisation.listed_item');
    });
    const { code, stdout, stderr } = await runHubCommand('rebuild-projection-cli.ts', [], home.environment);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^organisation：已按 catalog 的日志重建，至第 \d+ 行$/),
      expect.stringMatching(/^service-center：已按 catalog 的日志重建，至第 \d+ 行$/),
      expect.stringMatching(/^service-center：已按 organisation 的日志重建，至第 \d+ 行$/),
    ]);
    expect(await home.visit(dump)).toEqual(before);
  });

  it('verify-journal names the row that somebody changed, and finds the other chains whole', async () => {
    await home.visit((connect) => tamper(connect, 'catalog.journal', `UPDATE catalog.journal SET after = jsonb_set(after, '{name}', '"被改的事项"') WHERE seq = 100`));
    const { code, stdout } = await runHubCommand('verify-journal-cli.ts', [], home.environment);
    expect(code).toBe(1);
    expect(stdout).toContain('✗ catalog：第 100 行的内容与其哈希不符（ALTERED）');
    expect(stdout.match(/^✓ (organisation|service-center)：\d+ 行/gm)).toHaveLength(2);
  });
});
