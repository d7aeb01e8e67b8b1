import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Checkpoint, findLatestCheckpoint } from '../../services/shared/checkpoints/checkpoint';
import type { Database } from '../../services/shared/database';
import { newSigner } from '../services/shared/checkpoints/catalog-journal';
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

  describe('verify-journal --checkpoints', () => {
    const lastOf = (schema: string) => (connect: () => Database) => findLatestCheckpoint(connect(), schema);
    const verify = async (lines: object[], ...more: string[]) => {
      const folder = home.environment.HUB_DATA!;
      rmSync(path.join(folder, 'journal-anchors.json'), { force: true }); // whoever restores a backup restores this as well
      writeFileSync(path.join(folder, 'kept.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
      return runHubCommand('verify-journal-cli.ts', ['service-center', '--checkpoints', path.join(folder, 'kept.jsonl'), ...more], home.environment);
    };
    let kept: Checkpoint;
    beforeAll(async () => void (kept = (await home.visit(lastOf('service_center')))!));

    it('finds a journal whole that agrees with what was kept', async () => {
      const { code, stdout, stderr } = await verify([kept, { data: { serviceCenterJournalCheckpoint: kept } }]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^✓ service-center：\d+ 行，末行哈希 [0-9a-f]{64}，与所存 2 个检查点、0 条变更一致$/m);
    });

    it('takes no other key’s checkpoint for the hub’s when the key is given', async () => {
      const file = path.join(home.environment.HUB_DATA!, 'other.pem');
      writeFileSync(file, newSigner().publicKey);
      expect(await verify([kept], '--public-key', file)).toMatchObject({ code: 2, stderr: expect.stringContaining(`由另一把密钥 ${kept.keyId} 签署`) });
    });

    it('says which line of the file is nothing', async () => {
      expect(await verify([kept, { power: 'item' }])).toMatchObject({ code: 2, stderr: expect.stringContaining('第 2 行不是检查点') });
    });

    it('names the first row that an old backup does not have', async () => {
      const end = kept.treeSize - 3;
      await home.visit(async (connect) => {
        await tamper(connect, 'service_center.journal', `DELETE FROM service_center.journal WHERE seq > ${end}; UPDATE service_center.journal_head SET seq = ${end}, hash = (SELECT hash FROM service_center.journal WHERE seq = ${end})`);
        await tamper(connect, 'service_center.journal_checkpoint', `DELETE FROM service_center.journal_checkpoint WHERE tree_size > ${end}`);
      });
      expect(await verify([])).toMatchObject({ code: 0 }); // by itself it is whole
      const { code, stdout } = await verify([kept]);
      expect(code).toBe(1);
      expect(stdout).toContain(`✗ service-center：日志止于第 ${end} 行，而已有记载的末行是第 ${kept.treeSize} 行（TAIL_CUT）`);
    });
  });
});
