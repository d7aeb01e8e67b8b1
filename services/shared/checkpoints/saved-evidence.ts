import { z } from 'zod';
import type { Checkpoint } from './checkpoint';

/** What somebody has kept of the hub's answers: checkpoints, and changes with their hashes. */
export interface SavedEvidence {
  checkpoints: Checkpoint[];
  changes: { journal: string; seq: number; hash: string }[];
}

const CheckpointLine = z.object({
  journal: z.string(),
  treeSize: z.int().positive(),
  rootHash: z.string(),
  at: z.string(),
  signature: z.string(),
  keyId: z.string(),
  publicKey: z.string(),
});
const Hashed = z.object({ sequence: z.int().positive(), hash: z.string() });
const ChangeLine = Hashed.extend({ journal: z.string() });
const Changes = z.object({ nodes: z.array(Hashed) });
const Answer = z.object({ data: z.record(z.string(), z.unknown()) });

/** `serviceCenterChanges` → `service_center`. */
const journalOf = (field: string): string => field.replace(/Changes$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Reads JSON lines: a checkpoint, a change with the name of its journal, or a whole answer of the hub to a query for
 * checkpoints or changes. Throws for the first line that is none of these.
 */
export function readSavedEvidence(text: string): SavedEvidence {
  const found: SavedEvidence = { checkpoints: [], changes: [] };
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    if (!take(parsed(line), found)) throw new Error(`第 ${i + 1} 行不是检查点，也不是变更记录`);
  });
  return found;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // the caller names the line
  }
}

function take(value: unknown, found: SavedEvidence): boolean {
  const checkpoint = CheckpointLine.safeParse(value);
  if (checkpoint.success) return found.checkpoints.push(checkpoint.data) > 0;
  const change = ChangeLine.safeParse(value);
  if (change.success) return found.changes.push({ journal: change.data.journal, seq: change.data.sequence, hash: change.data.hash }) > 0;
  const answer = Answer.safeParse(value);
  return answer.success && Object.entries(answer.data.data).every(([field, part]) => part === null || takePart(field, part, found));
}

function takePart(field: string, part: unknown, found: SavedEvidence): boolean {
  const changes = Changes.safeParse(part);
  if (!changes.success) return take(part, found);
  found.changes.push(...changes.data.nodes.map(({ sequence, hash }) => ({ journal: journalOf(field), seq: sequence, hash })));
  return true;
}
