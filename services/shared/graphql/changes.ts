import { readHead, readJournal, type JournalEntry } from '../journal';
import type { Store } from '../store';
import { type connections, openCursor, toCursor, type Page } from './connection';
import type { CallContext, HubBuilder } from './schema-builder';
import { Rejected } from '../errors';

/**
 * Where the entries about a kind of record say from which day what they tell holds: the key in `after`, by kind. Kinds that
 * are not told in public are left out, and so is their day.
 */
export type FirstDays = Readonly<Record<string, string>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function firstDayOf({ subject, after }: JournalEntry, firstDays: FirstDays): string | null {
  const key = Object.hasOwn(firstDays, subject.kind) ? firstDays[subject.kind]! : null;
  const day = key !== null && after !== null && typeof after === 'object' && !Array.isArray(after) ? after[key] : null;
  return typeof day === 'string' && DAY.test(day) ? day : null;
}

/** A page of the journal for incremental sync; the cursor is the sequence number. */
async function changesAfter(store: Store, args: { first?: number | null; after?: string | null }): Promise<Page<JournalEntry>> {
  const first = args.first ?? 200;
  if (first < 1 || first > 1000) throw new Rejected('BAD_USER_INPUT', `first 应在 1 与 1000 之间，收到 ${first}`, 'first');
  const after = args.after == null ? 0 : Number(openCursor(args.after));
  if (!Number.isSafeInteger(after)) throw new Rejected('BAD_USER_INPUT', '游标无效', 'after');
  const { entries, head } = await readJournal(store.database, store.schema, after, first);
  // A journal only grows: one that ends before what its reader has seen is another one, e.g. from a backup.
  if (after > head.seq) throw new Rejected('BAD_USER_INPUT', `游标 ${after} 超出日志末尾 ${head.seq}：日志可能已从备份恢复，请重新取得全部数据`, 'after');
  return {
    nodes: entries,
    hasNextPage: (entries.at(-1)?.seq ?? after) < head.seq,
    hasPreviousPage: after > 0,
    cursorOf: (entry) => toCursor(String(entry.seq)),
    total: async () => (await readHead(store.database, store.schema)).seq,
  };
}

/** Adds Change, ChangeConnection and the root field `<service>Changes`: the journal as reporting tools read it. */
export function addChanges<Context extends CallContext>(
  typed: HubBuilder<Context>,
  connectionOf: ReturnType<typeof connections<Context>>,
  field: string,
  store: Store,
  firstDays: FirstDays,
): void {
  const builder = typed as unknown as HubBuilder;
  const Subject = builder.objectRef<JournalEntry['subject']>('ChangeSubject').implement({
    shareable: true,
    description: 'What a change is about.',
    fields: (t) => ({
      kind: t.exposeString('kind', { description: 'Kind of record, e.g. `PowerItem`.' }),
      id: t.exposeID('id', { description: 'Its code or id within its kind.' }),
    }),
  });
  const Change = builder.objectRef<JournalEntry>('Change').implement({
    shareable: true,
    description: 'One entry of a service’s hash-chained journal: what was done to what, when (P7).',
    fields: (t) => ({
      sequence: t.int({ description: 'Gap-free within its service, from 1.', resolve: (entry) => entry.seq }),
      at: t.field({ type: 'DateTime', resolve: (entry) => entry.at }),
      action: t.exposeString('action', { description: 'What happened, past tense, e.g. `ItemListed`.' }),
      subject: t.field({ type: Subject, resolve: (entry) => entry.subject }),
      effectiveOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'First day what it tells holds, which may be before or after the day of the entry: who keeps a copy reads the subject again on a day to come. Null where the entry has none.',
        resolve: (entry) => firstDayOf(entry, firstDays),
      }),
      summary: t.exposeString('summary', { description: 'One line in Chinese for people.' }),
      hash: t.exposeString('hash', { description: 'SHA-256 of the previous hash and this entry, hexadecimal.' }),
    }),
  });
  const ChangeConnection = connectionOf('Change', Change, { shareable: true });
  builder.queryField(field, (t) =>
    t.field({
      type: ChangeConnection,
      description: 'Every change since a cursor, deletions included, in order, without gaps; at most 1,000 a page.',
      args: { after: t.arg.string(), first: t.arg.int() },
      resolve: (_root, args) => changesAfter(store, args),
    }),
  );
}
