import type { Database, Statement } from '../../shared/database';
import type { OrganisationTx } from '../context';

/** What reads: the database, or a command's transaction. */
export type Reader = Pick<Database, 'rows'>;

/** The same statements inside a transaction. */
export const within = (tx: OrganisationTx): Reader => ({
  rows: <Row extends object>({ text }: Statement, values: unknown[] = []) => tx.$queryRawUnsafe<Row[]>(text, ...values),
});
