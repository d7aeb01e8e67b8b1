import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from './actor';
import type { Database } from './database';
import { insertRows } from './insert-rows';

/** Any value that survives JSON unchanged. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a command says has happened; the journal adds place, time, actor and hash. */
export interface JournalDraft {
  /** Past tense, e.g. `ItemListed`. */
  action: string;
  subject: { kind: string; id: string };
  /** One Chinese line for people. */
  summary: string;
  before: Json;
  after: Json;
}

/** One row of a service's journal: the audit trail, the history, the change feed. */
export interface JournalEntry extends JournalDraft {
  /** Gap-free within its service, from 1. */
  seq: number;
  /** ISO 8601 with milliseconds. */
  at: string;
  actor: Actor;
  /** SHA-256 of the previous hash and this entry's leaf, hexadecimal. */
  hash: string;
}

/** Where a journal ends. */
export interface JournalHead {
  seq: number;
  hash: string;
}

/** The head of an empty journal. */
export const GENESIS: JournalHead = { seq: 0, hash: '0'.repeat(64) };

const sha256 = (...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** SHA256(0x00 ‖ RFC 8785 JSON of everything the entry says), hexadecimal. */
export function leafOf({ seq, at, actor, action, subject, summary, before, after }: Omit<JournalEntry, 'hash'>): string {
  const text = canonicalize({ seq, at, actor, action, subject, summary, before, after }) ?? '';
  return sha256(Buffer.of(0), text).toString('hex');
}

/** SHA256(previous hash ‖ leaf), hexadecimal. */
export const chain = (previous: string, leaf: string): string =>
  sha256(Buffer.from(previous, 'hex'), Buffer.from(leaf, 'hex')).toString('hex');

/** The part of a Prisma transaction that the journal and the followers use. */
export interface Transaction {
  $queryRawUnsafe<T>(query: string, ...values: unknown[]): Promise<T>;
  $executeRawUnsafe(query: string, ...values: unknown[]): Promise<number>;
}

/** Takes the journal's head for this transaction: commands of one service run one after another, so rules see no races. */
export async function lockHead(tx: Transaction, schema: string): Promise<JournalHead> {
  const [head] = await tx.$queryRawUnsafe<{ seq: bigint; hash: string }[]>(
    `SELECT seq, hash FROM "${schema}".journal_head WHERE id = 1 FOR UPDATE`,
  );
  if (!head) throw new Error(`${schema}: the journal has no head row`);
  return { seq: Number(head.seq), hash: head.hash };
}

const JOURNAL_COLUMNS = {
  seq: 'bigint',
  at: 'timestamptz',
  actor: 'jsonb',
  action: 'text',
  subject_kind: 'text',
  subject_id: 'text',
  summary: 'text',
  before: 'jsonb',
  after: 'jsonb',
  leaf: 'text',
  hash: 'text',
};

/** Appends in the command's own transaction, after `head` (locked before). Two statements, however many entries. */
export async function appendToJournal(
  tx: Transaction,
  schema: string,
  head: JournalHead,
  drafts: readonly JournalDraft[],
  actor: Actor,
  now: Date,
): Promise<JournalHead> {
  let { seq, hash } = head;
  const at = now.toISOString();
  const rows = drafts.map(({ action, subject, summary, before, after }) => {
    seq += 1;
    const entry = { seq, at, actor, action, subject, summary, before, after };
    const leaf = leafOf(entry);
    hash = chain(hash, leaf);
    return { seq, at, actor, action, subject_kind: subject.kind, subject_id: subject.id, summary, before, after, leaf, hash };
  });
  if (rows.length === 0) return head;
  await insertRows(tx, `"${schema}".journal`, JOURNAL_COLUMNS, rows);
  await tx.$executeRawUnsafe(`UPDATE "${schema}".journal_head SET seq = $1, hash = $2 WHERE id = 1`, seq, hash);
  return { seq, hash };
}

interface JournalRow {
  seq: string;
  at: Date;
  actor: Actor;
  action: string;
  subject_kind: string;
  subject_id: string;
  summary: string;
  before: Json;
  after: Json;
  hash: string;
}

/** Entries after a place, in order, at most `limit`, and where the journal ends now. Two statements. */
export async function readJournal(
  database: Database,
  schema: string,
  after: number,
  limit: number,
): Promise<{ entries: JournalEntry[]; head: JournalHead }> {
  const rows = await database.rows<JournalRow>(
    {
      name: 'journal-after',
      text: `SELECT seq, at, actor, action, subject_kind, subject_id, summary, before, after, hash
             FROM "${schema}".journal WHERE seq > $1 ORDER BY seq LIMIT $2`,
    },
    [after, limit],
  );
  const entries = rows.map(({ subject_kind, subject_id, seq, at, ...row }) => ({
    ...row,
    seq: Number(seq),
    at: at.toISOString(),
    subject: { kind: subject_kind, id: subject_id },
  }));
  return { entries, head: await readHead(database, schema) };
}

/** Where the journal says it ends. One statement. */
export async function readHead(database: Database, schema: string): Promise<JournalHead> {
  const [row] = await database.rows<{ seq: string; hash: string }>({
    name: 'journal-head',
    text: `SELECT seq, hash FROM "${schema}".journal_head WHERE id = 1`,
  });
  return row ? { seq: Number(row.seq), hash: row.hash } : GENESIS;
}
