import pg from 'pg';
import { tracedStatement } from '../traced-statement';
import type { EmbeddedSession } from './session';
import { SessionStream } from './session-stream';

/** One session means one user at a time: whoever holds the turn runs, the rest wait in order. */
class Turns {
  private tail: Promise<void> = Promise.resolve();
  async take(): Promise<() => void> {
    const before = this.tail;
    let free!: () => void;
    this.tail = new Promise<void>((resolve) => (free = resolve));
    await before;
    return free;
  }
}

/** The client of an embedded database's one session; the pools of several services share it. */
export class EmbeddedClient {
  readonly turns = new Turns();
  private readonly client: pg.Client;
  private readonly connected: Promise<unknown>;
  private pools = 0;
  private gone: Error | null = null;

  constructor(session: EmbeddedSession) {
    const stream = () => new SessionStream(session) as unknown as pg.ClientConfig['stream'];
    this.client = new pg.Client({ stream, user: 'postgres', database: 'postgres' } as pg.ClientConfig);
    this.client.on('error', (fault) => (this.gone ??= fault));
    this.connected = this.client.connect();
    this.connected.catch(() => undefined); // whoever asks for a statement is told
  }

  /** Prepared statements are the session's, their names each service's own. */
  nameOfPool(): string {
    return `${this.pools++}.`;
  }

  async query(query: string | pg.QueryConfig, values?: unknown[]): Promise<unknown> {
    await this.connected;
    if (this.gone !== null) throw this.gone;
    return this.client.query(query as pg.QueryConfig, values);
  }
}

/**
 * A node-postgres Pool of one connection to an embedded database, so that @prisma/adapter-pg and plain `pg` statements
 * run unchanged. A failed statement does not end the session, as it would end a pool's connection to a server.
 */
export class EmbeddedPool extends pg.Pool {
  private readonly name: string;

  constructor(
    private readonly shared: EmbeddedClient,
    private readonly onStatement: (text: string) => void,
  ) {
    super({ max: 1 });
    this.name = shared.nameOfPool();
  }

  private run(query: string | pg.QueryConfig, values?: unknown[]): Promise<unknown> {
    return tracedStatement(query, () => {
      if (typeof query === 'string') {
        this.onStatement(query);
        return this.shared.query(query, values);
      }
      this.onStatement(query.text);
      return this.shared.query(query.name === undefined ? query : { ...query, name: this.name + query.name }, values);
    });
  }

  // pg.Pool declares a dozen overloads; this is the promise form, the only one Prisma's adapter and the hub use.
  // oxlint-disable-next-line typescript/no-explicit-any
  override async query(query: any, values?: any): Promise<any> {
    const free = await this.shared.turns.take();
    try {
      return await this.run(query as string | pg.QueryConfig, values as unknown[] | undefined);
    } finally {
      free();
    }
  }

  // oxlint-disable-next-line typescript/no-explicit-any
  override async connect(): Promise<any> {
    const free = await this.shared.turns.take();
    let held = true;
    const client = {
      query: (query: string | pg.QueryConfig, values?: unknown[]) => this.run(query, values),
      on: () => client,
      once: () => client,
      off: () => client,
      removeListener: () => client,
      release: () => {
        if (held) free();
        held = false;
      },
    };
    return client;
  }

  override async end(): Promise<void> {
    // The session belongs to whoever opened it, and several pools share it.
  }
}
