import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { EmbeddedClient, EmbeddedPool } from './embedded/embedded-pool';
import type { EmbeddedSession } from './embedded/session';
import { inOwnTrace, tracedQuery } from './traced-statement';

/** Told of every SQL statement that reaches the database; how statement budgets are counted. */
export type StatementListener = (text: string) => void;

/** One service's way to its database: the same object over the embedded one and over a server. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly pool: pg.Pool;
  /** A driver adapter for a Prisma client over the same pool. */
  adapter(): PrismaPg;
  /** Runs one prepared statement (named, so that a server plans it once; see `Statement`). */
  rows<Row extends pg.QueryResultRow>(statement: Statement, values?: unknown[]): Promise<Row[]>;
  onStatement(listener: StatementListener): () => void;
  close(): Promise<void>;
}

/** A prepared statement: its name is unique within the service. */
export interface Statement {
  name: string;
  text: string;
  /** Which plan is best depends on the values, and by far: the server plans it anew for each, instead of one plan for all. */
  plannedEachTime?: true;
}

class Listeners {
  private readonly listeners = new Set<StatementListener>();
  readonly tell = (text: string): void => this.listeners.forEach((listener) => listener(text));
  readonly add = (listener: StatementListener): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
}

function databaseOver(kind: Database['kind'], pool: pg.Pool, listeners: Listeners, close: () => Promise<void>): Database {
  return {
    kind,
    pool,
    adapter: () => new PrismaPg(pool),
    rows: async ({ name, text, plannedEachTime }, values = []) => (await pool.query(plannedEachTime ? { text, values } : { name, text, values })).rows,
    onStatement: listeners.add,
    close,
  };
}

/** Several services share the session of one embedded database, each with a schema of its own; `close` leaves it to its opener. */
export function embeddedDatabases(session: EmbeddedSession): () => Database {
  const client = new EmbeddedClient(session);
  return () => {
    const listeners = new Listeners();
    return databaseOver('embedded', new EmbeddedPool(client, listeners.tell), listeners, async () => {});
  };
}

/** A PostgreSQL server, 15 or newer, by URL. */
export function serverDatabase(url: string, max = 10): Database {
  const listeners = new Listeners();
  // Short statements alone run here; where statistics are missing, PostgreSQL would spend more on compiling them than on running them.
  const pool = new pg.Pool({ connectionString: url, max, options: '-c jit=off' });
  pool.on('error', () => {
    // An idle connection broke; the pool replaces it, and the next statement reports if the server is gone.
  });
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [first] = args;
      listeners.tell(typeof first === 'string' ? first : (first as { text: string }).text);
      return tracedQuery(args, query);
    }) as typeof client.query;
  });
  const connect = pool.connect.bind(pool) as (callback?: () => void) => unknown;
  pool.connect = ((callback?: () => void) => connect(callback && inOwnTrace(callback))) as typeof pool.connect;
  return databaseOver('server', pool, listeners, () => pool.end());
}
