import type pg from 'pg';
import { readReportingViews } from '../../../prisma/reporting-page';
import type { Database } from '../../../services/shared/database';
import { sampleDatabase } from '../../support/sample-database';
import type { TestDatabase } from '../../support/database';

/** Insufficient privilege. */
const REFUSED = '42501';

describe('role hub_reporting', () => {
  let database: TestDatabase;
  let connection: Database;
  let client: pg.PoolClient;
  let views: string[];
  beforeAll(async () => {
    database = await sampleDatabase();
    connection = database.connect();
    views = (await readReportingViews(connection.pool)).map(({ name }) => name);
    client = await connection.pool.connect();
    await client.query('SET ROLE hub_reporting');
  });
  afterAll(async () => {
    await client.query('RESET ROLE');
    client.release();
    await database.drop();
  });

  const code = async (sql: string): Promise<string | null> => client.query(sql).then(() => null, (fault: { code: string }) => fault.code);
  const tablesOf = async (kinds: string): Promise<string[]> => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(nspname) || '.' || quote_ident(relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE nspname IN ('catalog', 'organisation', 'service_center') AND relkind = ANY('{${kinds}}') ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('may not log in by itself', async () => {
    const { rows } = await client.query(`SELECT rolcanlogin, rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'hub_reporting'`);
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false, rolcreaterole: false, rolcreatedb: false }]);
  });

  it('reads every view', async () => {
    for (const view of views) expect([view, await code(`SELECT * FROM reporting.${view} LIMIT 1`)]).toEqual([view, null]);
    const { rows } = await client.query('SELECT count(*)::int AS items FROM reporting.power_item');
    expect(rows[0].items).toBeGreaterThan(2000);
  });

  it('reads no table below them, the journals and the applicants included', async () => {
    const tables = await tablesOf('r,p,v,m');
    expect(tables).toEqual(expect.arrayContaining(['catalog.journal', 'organisation.officer', 'service_center.case_applicant', 'service_center.case_key_salt']));
    for (const table of tables) expect([table, await code(`SELECT 1 FROM ${table} LIMIT 1`)]).toEqual([table, REFUSED]);
    for (const sequence of await tablesOf('S')) expect([sequence, await code(`SELECT nextval('${sequence}')`)]).toEqual([sequence, REFUSED]);
  });

  it('writes nothing, not even through a view that could be written through', async () => {
    for (const sql of [
      `UPDATE reporting.region SET name = 'x'`,
      `INSERT INTO reporting.power_list VALUES ('999999', 'NATIONAL_2015')`,
      `DELETE FROM reporting.legal_instrument`,
      `UPDATE organisation.region SET name = 'x'`,
      `TRUNCATE catalog.journal`,
      `CREATE TABLE reporting.mine (id int)`,
      `CREATE VIEW reporting.mine AS SELECT 1`,
      `CREATE TABLE catalog.mine (id int)`,
    ])
      expect([sql, await code(sql)]).toEqual([sql, REFUSED]);
  });

  it('is not told what a view hides, not even by a function of its own that is asked about every row', async () => {
    // A proposed mandate is its agency's and the staffing office's.
    await client.query(`CREATE FUNCTION pg_temp.tell(id text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$
      BEGIN IF id = '140100030-M2' THEN RAISE EXCEPTION 'seen'; END IF; RETURN true; END $$`);
    const { rows } = await client.query('SELECT mandate_id AS id FROM reporting.mandate WHERE pg_temp.tell(mandate_id)');
    expect(rows).toContainEqual({ id: '140100030-M1' });
  });
});
