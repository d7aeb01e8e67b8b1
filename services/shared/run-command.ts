import { type Actor, isSystem } from './actor';
import { Rejected } from './errors';
import { appendToJournal, lockHead, type JournalDraft, type Transaction } from './journal';
import { accept, type Outcome, type Refusal } from './outcome';
import { authorise, type Permissions, type Target } from './permission';
import { TRANSACTION, type Store } from './store';

/** What a command decided: its answer and what to say in the journal. No entries: nothing happened. */
export interface Decision<Value> {
  value: Value;
  entries: JournalDraft[];
}

/** What a command works with; `tx` is the only door to the database. */
export interface CommandContext<Tx> {
  tx: Tx;
  actor: Actor;
  now: Date;
}

/** One verb: who may, on what, and load → decide → write. */
export interface Command<Tx, Action extends string, Input, Value> {
  /** Row of the service's permission table. */
  action: Action;
  target(input: Input): Target;
  handle(input: Input, context: CommandContext<Tx>): Promise<Outcome<Decision<Value>>>;
}

/** Carries a refusal out of the transaction so that it rolls back. */
class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/**
 * The only way anything is written: permission → one transaction { lock the journal → load → decide → write →
 * append } → wake followers. A refusal rolls back and is returned; a fault rolls back and is thrown. Decisions of people
 * stop while the journal is not being signed: what is decided must be provable afterwards.
 */
export async function runCommand<Tx extends Transaction, Action extends string, Input, Value>(
  store: Store<Tx>,
  permissions: Permissions<Action>,
  command: Command<Tx, Action, Input, Value>,
  input: Input,
  actor: Actor,
): Promise<Outcome<Value>> {
  authorise(permissions, command.action, actor, command.target(input));
  if (!isSystem(actor) && (await store.checkpoints?.isStalled()))
    throw new Rejected('JOURNAL_STALLED', '日志检查点长时间未能签署，暂停作出决定，请稍后再试或联系管理员');
  const now = store.now();
  try {
    const { value, seq } = await store.prisma.$transaction(async (tx) => {
      const head = await lockHead(tx, store.schema);
      const outcome = await command.handle(input, { tx, actor, now });
      if (!outcome.ok) throw new RolledBack(outcome.refusal);
      const { seq } = await appendToJournal(tx, store.schema, head, outcome.value.entries, actor, now);
      return { value: outcome.value.value, seq };
    }, TRANSACTION);
    store.checkpoints?.grewTo(seq);
    store.wake.ring();
    return accept(value);
  } catch (fault) {
    if (fault instanceof RolledBack) return { ok: false, refusal: fault.refusal };
    throw fault;
  }
}
