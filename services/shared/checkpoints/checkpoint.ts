import type { Database } from '../database';
import { isSignedBy, keyIdOf } from './signing-key';

/** A signed statement of where a service's journal stood: so many rows, with this root. */
export interface Checkpoint {
  /** Schema of the service in the database, e.g. `service_center`: a checkpoint of one journal is none of another. */
  journal: string;
  treeSize: number;
  /** RFC 6962 root, hexadecimal. */
  rootHash: string;
  /** ISO 8601 with milliseconds. */
  at: string;
  /** Ed25519 over `statementOf`, Base64. */
  signature: string;
  keyId: string;
  /** PEM. */
  publicKey: string;
}

/** What is signed: five lines, each ended by a line feed. */
export const statementOf = ({ journal, treeSize, rootHash, at }: Pick<Checkpoint, 'journal' | 'treeSize' | 'rootHash' | 'at'>): string =>
  `power-list-hub journal checkpoint\n${journal}\n${treeSize}\n${rootHash}\n${at}\n`;

/** Whether a checkpoint is what its key has signed, and the key the one it names. */
export const isGenuine = (checkpoint: Checkpoint): boolean =>
  isSignedBy(checkpoint.publicKey, statementOf(checkpoint), checkpoint.signature) && keyIdOf(checkpoint.publicKey) === checkpoint.keyId;

interface CheckpointRow {
  tree_size: string;
  root: string;
  at: Date;
  signature: string;
  key_id: string;
  public_key: string;
}

const COLUMNS = 'tree_size, root, at, signature, key_id, public_key';

const toCheckpoint = (journal: string, row: CheckpointRow): Checkpoint => ({
  journal,
  treeSize: Number(row.tree_size),
  rootHash: row.root,
  at: row.at.toISOString(),
  signature: row.signature,
  keyId: row.key_id,
  publicKey: row.public_key,
});

/** The last checkpoint, if any. One statement. */
export async function findLatestCheckpoint(database: Database, schema: string): Promise<Checkpoint | null> {
  const [row] = await database.rows<CheckpointRow>({
    name: 'latest-checkpoint',
    text: `SELECT ${COLUMNS} FROM "${schema}".journal_checkpoint ORDER BY tree_size DESC LIMIT 1`,
  });
  return row ? toCheckpoint(schema, row) : null;
}

/** Checkpoints of more than `after` and at most `to` rows, in order. One statement. */
export async function listCheckpoints(database: Database, schema: string, after: number, to: number): Promise<Checkpoint[]> {
  const rows = await database.rows<CheckpointRow>(
    {
      name: 'checkpoints-between',
      text: `SELECT ${COLUMNS} FROM "${schema}".journal_checkpoint WHERE tree_size > $1 AND tree_size <= $2 ORDER BY tree_size`,
    },
    [after, to],
  );
  return rows.map((row) => toCheckpoint(schema, row));
}

/** Keeps a checkpoint; of two processes that sign the same size at once, the first is kept. */
export async function keepCheckpoint(database: Database, { journal, treeSize, rootHash, at, signature, keyId, publicKey }: Checkpoint): Promise<void> {
  await database.rows(
    {
      name: 'keep-checkpoint',
      text: `INSERT INTO "${journal}".journal_checkpoint (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    },
    [treeSize, rootHash, at, signature, keyId, publicKey],
  );
}
