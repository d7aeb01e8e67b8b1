import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { readReportingViews } from '../../../prisma/reporting-page';
import type { Database } from '../../../services/shared/database';
import { migrate } from '../../../services/shared/migrate';
import { inProject } from '../../../services/shared/project-root';
import { copyOnServer, embedded, onServer, type TestDatabase, testServer } from '../../support/database';
import { temporaryFolder } from '../../support/sample-database';
import { SCHEMAS } from '../../support/schemas';

const ROLE = 'hub_reporting';
/** Not enough rights. */
const REFUSED = { code: '42501' };

const emptyDatabase = async (): Promise<TestDatabase> => {
  const server = testServer();
  return server === null ? embedded(await globalThis.openPglite({ snapshot: null })) : copyOnServer(server, 'template0');
};

/** The migrations with a role that is on no server yet: roles are the whole server's, and other tests have made the real one. */
function withRole(role: string): readonly (readonly [string, string])[] {
  const folder = temporaryFolder();
  return SCHEMAS.map(([schema, directory]) => {
    const copy = path.join(folder, schema);
    cpSync(directory, copy, { recursive: true, filter: (file) => !file.endsWith('.toml') });
    const file = path.join(copy, readdirSync(copy).find((name) => name.endsWith('_reporting'))!, 'migration.sql');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(ROLE, role));
    return [schema, copy] as const;
  });
}

describe('the migrations of schema `reporting`', () => {
  const opened: TestDatabase[] = [];
  const connect = async (): Promise<Database> => {
    const database = await emptyDatabase();
    opened.push(database);
    return database.connect();
  };
  const made: string[] = [];
  const newName = (): string => {
    const name = `hub_test_role_${randomBytes(6).toString('hex')}`;
    made.push(name);
    return name;
  };
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.drop()));
    const server = testServer();
    if (server !== null) for (const role of made) await onServer(server, `DROP ROLE IF EXISTS ${role}`);
  });

  it.each(SCHEMAS)('%s alone in a database has its own part', async (schema, directory) => {
    const { pool } = await connect();
    await migrate(pool, schema, directory);
    const views = await readReportingViews(pool);
    expect(new Set(views.map(({ owner }) => owner))).toEqual(new Set([schema]));
    expect(await migrate(pool, schema, directory)).toEqual([]);
  });

  describe('as a user who owns little', () => {
    let client: pg.PoolClient;
    const run = (sql: string) => client.query(sql);
    /** What is done as somebody, in one session, since `SET ROLE` is the session's. */
    const as = async (user: string, schema: string, directory: string): Promise<void> => {
      const session = { query: client.query.bind(client), release: () => undefined };
      await run(`SET ROLE ${user}`);
      try {
        await migrate({ connect: async () => session } as unknown as pg.Pool, schema, directory);
      } finally {
        await run('RESET ROLE');
      }
    };
    const newUser = async (): Promise<string> => {
      const user = newName();
      await run(`CREATE ROLE ${user} NOLOGIN`);
      await run(`DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO ${user}', current_database()); END $$`);
      return user;
    };
    beforeEach(async () => {
      client = await (await connect()).pool.connect();
    });
    afterEach(() => client.release());

    it('they are applied without the right to create roles; then the DBA makes the role as README says, and it reads', async () => {
      const role = newName();
      const user = await newUser();
      for (const [schema, directory] of withRole(role)) await as(user, schema, directory);
      expect((await run(`SELECT FROM pg_roles WHERE rolname = '${role}'`)).rowCount).toBe(0);

      const [, dba] = /```sql\n(CREATE ROLE hub_reporting[\s\S]*?)```/.exec(readFileSync(inProject('README.md'), 'utf8'))!;
      for (const statement of dba!.replaceAll(ROLE, role).split('\n').filter(Boolean)) await run(statement);
      await run(`SET ROLE ${role}`);
      await run('SELECT FROM reporting.power_item, reporting.agency, reporting.service_case');
      await expect(run('SELECT FROM catalog.journal')).rejects.toMatchObject(REFUSED);
      await run('RESET ROLE');
    });

    it('they say what to do when the schema is another user’s', async () => {
      const role = newName();
      await run(`CREATE ROLE ${role} NOLOGIN`);
      const [[, catalog], [, organisation]] = withRole(role) as [readonly [string, string], readonly [string, string]];
      const [first, second] = [await newUser(), await newUser()];
      await as(first, 'catalog', catalog);
      const hint = `As the owner of the schema: GRANT USAGE, CREATE ON SCHEMA reporting TO ${second};`;
      await expect(as(second, 'organisation', organisation)).rejects.toMatchObject({ cause: { ...REFUSED, hint } });
      await run(hint.slice(hint.indexOf('GRANT')));
      await as(second, 'organisation', organisation);
      expect((await run(`SELECT has_table_privilege('${role}', 'reporting.agency', 'SELECT') AS reads`)).rows).toEqual([{ reads: true }]);
    });
  });

  const whereSeveralConnect = testServer() === null ? describe.skip : describe;
  whereSeveralConnect('on a server', () => {
    it('they come to an end when three services in each of three databases are migrated at once', async () => {
      const migrations = withRole(newName());
      const databases = await Promise.all([connect(), connect(), connect()]);
      await Promise.all(databases.flatMap(({ pool }) => migrations.map(([schema, directory]) => migrate(pool, schema, directory))));
      for (const { pool } of databases) expect((await readReportingViews(pool)).length).toBeGreaterThan(35);
    });
  });
});
