import { embeddedDatabases, type Database } from '../../../../services/shared/database';
import type { EmbeddedSession } from '../../../../services/shared/embedded/session';

describe('the pools of an embedded database', () => {
  let session: Awaited<ReturnType<typeof globalThis.openPglite>>;
  let connect: () => Database;
  beforeAll(async () => {
    session = await globalThis.openPglite({ snapshot: null });
    connect = embeddedDatabases(session);
  });

  it.each([
    ['does not parse', 'SELEKT 1', [], '42601'],
    ['cannot take its value', 'SELECT $1::int', ['no number'], '22P02'],
    ['fails while it runs', 'SELECT 1 / $1::int', ['0'], '22012'],
  ])('answer a statement that %s by its error, and the next one as if nothing had been', async (_what, text, values, code) => {
    const database = connect();
    await expect(database.rows({ name: 'failing', text }, values)).rejects.toMatchObject({ code, severity: 'ERROR' });
    await expect(database.rows({ name: 'sound', text: 'SELECT $1::int AS n' }, ['7'])).resolves.toEqual([{ n: 7 }]);
  });

  it('prepare a statement once, and again after it was given a value that it cannot take', async () => {
    const sent: string[] = [];
    const listening: EmbeddedSession = {
      execProtocolRaw(messages) {
        sent.push(String.fromCharCode(messages[0]!));
        return session.execProtocolRaw(messages);
      },
    };
    const database = embeddedDatabases(listening)();
    const statement = { name: 'number', text: 'SELECT $1::int AS n' };
    await database.rows(statement, ['1']);
    await database.rows(statement, ['2']);
    await expect(database.rows(statement, ['x'])).rejects.toMatchObject({ code: '22P02' });
    await expect(database.rows(statement, ['3'])).resolves.toEqual([{ n: 3 }]);
    expect(sent).toEqual(['\0', 'P', 'B', 'B', 'B']); // the startup message; to parse and bind; to bind alone
  });

  it('let two services give different statements one name', async () => {
    const [one, other] = [connect(), connect()];
    for (let n = 0; n < 2; n += 1) {
      await expect(one.rows({ name: 'same', text: 'SELECT 1 AS n' })).resolves.toEqual([{ n: 1 }]);
      await expect(other.rows({ name: 'same', text: 'SELECT 2 AS n' })).resolves.toEqual([{ n: 2 }]);
    }
  });

  it('let nobody else into a transaction, however it ends', async () => {
    const [one, other] = [connect(), connect()];
    const client = await one.pool.connect();
    await client.query('BEGIN');
    await client.query('CREATE TABLE public.turn (n int)');
    const meanwhile = other.pool.query('SELECT to_regclass($1)::text AS name', ['public.turn']);
    await expect(client.query('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
    await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' });
    await client.query('ROLLBACK');
    client.release();
    expect((await meanwhile).rows).toEqual([{ name: null }]);
  });

  it('give values as a server gives them', async () => {
    const { rows } = await connect().pool.query(`SELECT 9007199254740993::bigint AS big, '{"a":[1]}'::jsonb AS doc, '\\xff00'::bytea AS bytes, '2014-10-01'::date AS day, ARRAY['甲',NULL] AS words, true AS yes`);
    expect(rows).toEqual([{ big: '9007199254740993', doc: { a: [1] }, bytes: Buffer.from([255, 0]), day: new Date(2014, 9, 1), words: ['甲', null], yes: true }]);
  });

  it('answer more than a message of a megabyte, asked by more than one', async () => {
    const long = '权'.repeat(700_000);
    await expect(connect().rows({ name: 'long', text: 'SELECT $1::text AS long' }, [long])).resolves.toEqual([{ long }]);
  });

  it.each([0, 1, 2])('say why when the database is gone after %i messages, each time', async (answered) => {
    let left = answered;
    const dying: EmbeddedSession = { execProtocolRaw: async (messages) => (left-- > 0 ? session.execProtocolRaw(messages) : Promise.reject(new Error('out of memory'))) };
    const { pool } = embeddedDatabases(dying)();
    if (answered === 2) await pool.query('SELECT 1');
    for (let n = 0; n < 3; n += 1) await expect(pool.query('SELECT 1')).rejects.toThrow('out of memory');
  });
});
