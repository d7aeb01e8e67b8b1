import canonicalize from 'canonicalize';
import type { JournalDraft, Json } from '../../shared/journal';
import type { OrganisationTx } from '../context';
import type { RecordKind } from './record-kinds';

/** What a bulk registration did, in the order of the input. */
export interface Registration {
  /** Codes or ids of all records of the input. */
  ids: string[];
  registered: number;
  changed: number;
  unchanged: number;
}

export interface Stored<Row> extends Registration {
  /** What was new or different, and what it replaces. */
  written: { before: Row | null; after: Row }[];
  entries: JournalDraft[];
}

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const list = (fields: readonly string[], write: (field: string) => string): string => fields.map(write).join(', ');

const keyOf = <Row>({ keys }: RecordKind<Row>, row: Partial<Row>): string => JSON.stringify(keys.map((key) => row[key]));

/** The records of these keys as they are; one statement. */
export async function loadRecords<Row>(tx: OrganisationTx, kind: RecordKind<Row>, keys: readonly Partial<Row>[]): Promise<Row[]> {
  if (keys.length === 0) return [];
  const alias = kind.table.split(' ')[1];
  return tx.$queryRawUnsafe<Row[]>(
    `SELECT ${kind.columns} FROM ${kind.table}
     JOIN jsonb_to_recordset($1::jsonb) AS wanted(${list(kind.keys, (key) => `"${key}" text`)})
       ON ${kind.keys.map((key) => `${alias}.${snake(key)} = wanted."${key}"`).join(' AND ')}`,
    JSON.stringify([...new Map(keys.map((row) => [keyOf(kind, row), Object.fromEntries(kind.keys.map((key) => [key, row[key]]))])).values()]),
  );
}

/** One statement, however many; rows of one input may refer to each other. */
async function upsert<Row>(tx: OrganisationTx, kind: RecordKind<Row>, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const fields = Object.keys(kind.fields) as (keyof Row & string)[];
  const others = fields.filter((field) => !kind.keys.includes(field));
  await tx.$executeRawUnsafe(
    `INSERT INTO ${kind.table.split(' ')[0]} (${list(fields, snake)})
     SELECT ${list(fields, (field) => `"${field}"`)}
     FROM jsonb_to_recordset($1::jsonb) AS row(${list(fields, (field) => `"${field}" ${kind.fields[field as keyof Row & string]}`)})
     ON CONFLICT (${list(kind.keys, snake)}) DO UPDATE SET ${list(others, (field) => `${snake(field)} = excluded.${snake(field)}`)}`,
    JSON.stringify(rows),
  );
}

/** Writes what is new or different, and says so in the journal; what is as it was leaves no trace. */
export async function storeRecords<Row>(tx: OrganisationTx, kind: RecordKind<Row>, wanted: readonly Row[]): Promise<Stored<Row>> {
  const existing = new Map((await loadRecords(tx, kind, wanted)).map((row) => [keyOf(kind, row), row]));
  const written = wanted
    .map((after) => ({ before: existing.get(keyOf(kind, after)) ?? null, after }))
    .filter(({ before, after }) => before === null || canonicalize(before) !== canonicalize(after));
  await upsert(tx, kind, written.map(({ after }) => after));
  const registered = written.filter(({ before }) => before === null).length;
  return {
    ids: wanted.map((row) => kind.subject.idOf(row)),
    registered,
    changed: written.length - registered,
    unchanged: wanted.length - written.length,
    written,
    entries: written.map((change) => entryOf(kind, change)),
  };
}

function entryOf<Row>(kind: RecordKind<Row>, { before, after }: { before: Row | null; after: Row }): JournalDraft {
  return {
    action: before === null ? kind.registered : kind.changed,
    subject: { kind: kind.subject.kind, id: kind.subject.idOf(after) },
    summary: `${before === null ? '登记' : '变更'}${kind.nameOf(after)}`,
    before: before as Json,
    after: after as Json,
  };
}

export const registrationOf = ({ ids, registered, changed, unchanged }: Registration): Registration => ({
  ids,
  registered,
  changed,
  unchanged,
});
