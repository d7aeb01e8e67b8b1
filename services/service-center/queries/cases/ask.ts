import type { Database, Statement } from '../../../shared/database';
import type { Transaction } from '../../../shared/journal';

/** Asks one statement: of the database, prepared, or inside a command's transaction. The same question, the same answer. */
export type Ask = <Row extends object>(statement: Statement, values: unknown[]) => Promise<Row[]>;

export const asking = (database: Database): Ask => (statement, values) => database.rows(statement, values);

export const askingWithin =
  (tx: Transaction): Ask =>
  (statement, values) =>
    tx.$queryRawUnsafe(statement.text, ...values);
