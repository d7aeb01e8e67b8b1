import { generateKeyPairSync } from 'node:crypto';
import { PrismaClient } from '../../../../prisma/catalog/client/client';
import type { CatalogStore, CatalogTx } from '../../../../services/catalog/context';
import { type Actor, systemActor } from '../../../../services/shared/actor';
import { type CheckpointedJournal, type Checkpointer, type CheckpointSettings, createCheckpointer } from '../../../../services/shared/checkpoints/checkpointer';
import { createSigner } from '../../../../services/shared/checkpoints/signing-key';
import type { Database } from '../../../../services/shared/database';
import { accept } from '../../../../services/shared/outcome';
import { type Command, runCommand } from '../../../../services/shared/run-command';
import { Wake } from '../../../../services/shared/wake';
import { testDatabase } from '../../../support/database';

export const newSigner = () => createSigner(generateKeyPairSync('ed25519').privateKey);

/** An official: what he does is a decision. */
export const OFFICIAL: Actor = { id: 'wang', role: 'ADMIN', regionCode: null, agencyCode: null };

const note: Command<CatalogTx, 'note', { ids: string[] }, number> = {
  action: 'note',
  target: () => ({}),
  handle: async ({ ids }) =>
    accept({ value: ids.length, entries: ids.map((id) => ({ action: 'Noted', subject: { kind: 'Note', id }, summary: `记下 ${id}`, before: null, after: { id } })) }),
};

/** A journal with its checkpoints, the clock in the test's hands. */
export interface CheckpointedCatalog {
  database: Database;
  clock: { now: Date };
  signer: ReturnType<typeof newSigner>;
  checkpoints: Checkpointer;
  /** What another process of the service would sign. */
  journal: CheckpointedJournal;
  /** One command that appends so many rows. */
  write(rows: number, actor?: Actor): Promise<unknown>;
  /** As an intruder with the owner's rights would. */
  tamper(table: string, sql: string): Promise<void>;
  drop(): Promise<void>;
}

export async function checkpointedCatalog(settings: Partial<CheckpointSettings> = {}): Promise<CheckpointedCatalog> {
  const db = await testDatabase();
  const database = db.connect();
  const clock = { now: new Date('2014-09-08T02:00:00Z') };
  const signer = newSigner();
  const journal = { database, schema: 'catalog', now: () => clock.now, wake: new Wake() };
  const checkpoints = createCheckpointer(journal, { signer, ...settings });
  const store: CatalogStore = { ...journal, prisma: new PrismaClient({ adapter: database.adapter() }), checkpoints };
  let written = 0;
  return {
    database,
    clock,
    signer,
    checkpoints,
    journal,
    write: (rows, actor = systemActor('test')) =>
      runCommand(store, { note: { ADMIN: 'ANY' } }, note, { ids: Array.from({ length: rows }, () => `n${(written += 1)}`) }, actor),
    async tamper(table, sql) {
      await database.pool.query(`ALTER TABLE catalog.${table} DISABLE TRIGGER ALL`);
      await database.pool.query(sql);
      await database.pool.query(`ALTER TABLE catalog.${table} ENABLE TRIGGER ALL`);
    },
    async drop() {
      await checkpoints.stop();
      await db.drop();
    },
  };
}
