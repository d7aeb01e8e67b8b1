import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { tracedStatement } from './traced-statement';

const { prepareValue } = require('pg/lib/utils') as { prepareValue: (value: unknown) => unknown };

interface Query {
  name?: string;
  text: string;
  values?: unknown[];
  rowMode?: 'array';
  types?: { getTypeParser(oid: number, format: 'text'): (value: string) => unknown };
}
type Answer = Pick<pg.QueryResult, 'rows' | 'fields' | 'rowCount'>;

/** One session means one user at a time: whoever holds the turn runs, the rest wait in order. */
export class Turns {
  private tail: Promise<void> = Promise.resolve();
  async take(): Promise<() => void> {
    const before = this.tail;
    let free!: () => void;
    this.tail = new Promise<void>((resolve) => (free = resolve));
    await before;
    return free;
  }
}

/** Text in, text out: node-postgres converts, so that rows look the same as from a server. */
const asText = (value: unknown): unknown => {
  const prepared = prepareValue(value);
  return prepared instanceof Uint8Array ? `\\x${Buffer.from(prepared).toString('hex')}` : prepared;
};
const untouched = (parsers: object) => Object.fromEntries(Object.keys(parsers).map((oid) => [oid, (v: unknown) => v]));

/**
 * A node-postgres Pool of one connection over an in-process PGlite, so that @prisma/adapter-pg and plain `pg`
 * statements run unchanged. Pools of several services over one PGlite share its `turns`.
 */
export class PglitePool extends pg.Pool {
  private readonly raw: object;

  constructor(
    private readonly db: Pick<PGlite, 'query' | 'exec' | 'parsers' | 'serializers'>,
    private readonly turns: Turns,
    private readonly onStatement: (text: string) => void,
  ) {
    super({ max: 1 });
    this.raw = { parsers: untouched(db.parsers), serializers: untouched(db.serializers) };
  }

  private run(query: string | Query, values?: unknown[]): Promise<Answer> {
    return tracedStatement(query, () => this.execute(query, values));
  }

  private async execute(query: string | Query, values?: unknown[]): Promise<Answer> {
    const { text, rowMode, types = pg.types, values: own } = typeof query === 'string' ? ({ text: query } as Query) : query;
    const args = (values ?? own ?? []).map(asText);
    this.onStatement(text);
    if (args.length === 0 && rowMode !== 'array' && text.includes(';')) {
      await this.db.exec(text);
      return { rows: [], fields: [], rowCount: 0 };
    }
    const answer = await this.db.query<unknown[]>(text, args, { rowMode: 'array', ...this.raw });
    const parsers = answer.fields.map((field) => types.getTypeParser(field.dataTypeID, 'text') as (v: unknown) => unknown);
    const cells = answer.rows.map((row) => row.map((cell, i) => (cell === null ? null : parsers[i]!(cell))));
    const rows =
      rowMode === 'array'
        ? cells
        : cells.map((row) => Object.fromEntries(row.map((cell, i) => [answer.fields[i]!.name, cell])));
    return { rows, fields: answer.fields as pg.FieldDef[], rowCount: rows.length > 0 ? rows.length : (answer.affectedRows ?? 0) };
  }

  // pg.Pool declares a dozen overloads; this is the promise form, the only one Prisma's adapter and the hub use.
  // oxlint-disable-next-line typescript/no-explicit-any
  override async query(query: any, values?: any): Promise<any> {
    const free = await this.turns.take();
    try {
      return await this.run(query as string | Query, values as unknown[] | undefined);
    } finally {
      free();
    }
  }

  // oxlint-disable-next-line typescript/no-explicit-any
  override async connect(): Promise<any> {
    const free = await this.turns.take();
    let held = true;
    const client = {
      query: (query: string | Query, values?: unknown[]) => this.run(query, values),
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
    // PGlite belongs to whoever opened it, and several pools share it.
  }
}
