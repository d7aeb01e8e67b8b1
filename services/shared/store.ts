import type { Checkpointer } from './checkpoints/checkpointer';
import type { Database } from './database';
import type { Transaction } from './journal';
import type { Wake } from './wake';

/** What a service writes through: its database, its Prisma client, and who is told when its journal grows. */
export interface Store<Tx extends Transaction = Transaction> {
  /** Schema name in the database: `catalog`, `organisation`, `service_center`. */
  readonly schema: string;
  readonly database: Database;
  readonly prisma: {
    $transaction<R>(work: (tx: Tx) => Promise<R>, options?: { maxWait?: number; timeout?: number }): Promise<R>;
  };
  readonly wake: Wake;
  /** Signs the journal; left out where nobody does, e.g. in tests of rules. */
  readonly checkpoints?: Checkpointer | undefined;
  /** The clock, so that tests choose the time. */
  readonly now: () => Date;
}

/** Generous: a bulk import is one transaction. */
export const TRANSACTION = { maxWait: 60_000, timeout: 120_000 };
