import type { Database } from '../database';
import { Rejected } from '../errors';
import { findLatestCheckpoint } from './checkpoint';
import { StoredTree } from './stored-tree';
import { consistencyRanges, inclusionRanges } from './tree-shape';

/** RFC 6962 2.1.1: that a row is in the journal of a size. */
export interface InclusionProof {
  sequence: number;
  treeSize: number;
  leafHash: string;
  rootHash: string;
  /** Sibling hashes from the leaf to the root. */
  hashes: string[];
}

/** RFC 6962 2.1.2: that the journal of one size is the beginning of the journal of another. */
export interface ConsistencyProof {
  from: number;
  to: number;
  fromRootHash: string;
  toRootHash: string;
  hashes: string[];
}

/** Sizes up to the last checkpoint: only what is signed is proven. */
async function checkSize(database: Database, schema: string, size: number, path: string): Promise<void> {
  const signed = (await findLatestCheckpoint(database, schema))?.treeSize ?? 0;
  if (size < 1 || size > signed) throw new Rejected('BAD_USER_INPUT', `${path} 应在 1 与最近检查点的行数 ${signed} 之间，收到 ${size}`, path);
}

export async function proveInclusion(database: Database, schema: string, sequence: number, treeSize: number): Promise<InclusionProof> {
  await checkSize(database, schema, treeSize, 'treeSize');
  if (sequence < 1 || sequence > treeSize) throw new Rejected('BAD_USER_INPUT', `sequence 应在 1 与 ${treeSize} 之间，收到 ${sequence}`, 'sequence');
  const tree = new StoredTree(database, schema);
  const ranges = inclusionRanges(sequence - 1, treeSize);
  const [leafHash, rootHash, ...hashes] = await tree.hashesOf([{ from: sequence - 1, to: sequence }, { from: 0, to: treeSize }, ...ranges]);
  return { sequence, treeSize, leafHash: leafHash!, rootHash: rootHash!, hashes };
}

export async function proveConsistency(database: Database, schema: string, from: number, to: number): Promise<ConsistencyProof> {
  await checkSize(database, schema, to, 'to');
  if (from < 1 || from > to) throw new Rejected('BAD_USER_INPUT', `from 应在 1 与 ${to} 之间，收到 ${from}`, 'from');
  const tree = new StoredTree(database, schema);
  const [fromRootHash, toRootHash, ...hashes] = await tree.hashesOf([{ from: 0, to: from }, { from: 0, to }, ...consistencyRanges(from, to)]);
  return { from, to, fromRootHash: fromRootHash!, toRootHash: toRootHash!, hashes };
}
