import { ApolloGateway } from '@apollo/gateway';
import { graphql, type GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { readOperations } from '../../../schema/read-operations';
import { inProject } from '../../../services/shared/project-root';
import { emptyCatalog } from '../../support/catalog-store';
import { type ServedHub, serveFace, hubConfig } from '../../support/sample-hub';
import { localSubgraph } from '../../../gateway/local-subgraph';
import { createHub } from '../../../gateway/hub';
import { SILENT } from '../../../gateway/log';
import type { Database } from '../../../services/shared/database';
import type { TestDatabase } from '../../support/database';
import { fillDatabase } from '../scale/fill-database';
import { supergraphForApollo } from './apollo-supergraph';
import { oneSqlSchema } from './one-sql-schema';

// Loaded without its types, which are global and would ask every builder of the hub for a Prisma client (monolith/tsconfig.json).
const { monolithContext, monolithSchema } = require('./monolith/monolith-schema') as {
  monolithSchema: (prisma: unknown, today: () => string) => GraphQLSchema;
  monolithContext: (prisma: unknown) => object;
};
const { PrismaClient } = require('./monolith/client/client') as { PrismaClient: new (options: object) => { $disconnect(): Promise<void> } };

const TODAY = '2026-01-15';
const OPERATIONS = new Map(readOperations().map(({ name, text }) => [name, text]));

let test: TestDatabase;
let database: Database;
let hub: Awaited<ReturnType<typeof createHub>>;
let served: ServedHub;
let codes: string[];
beforeAll(async () => {
  const { db, store } = await emptyCatalog();
  test = db;
  database = store.database;
  await fillDatabase(database.pool, { items: 40 });
  codes = (await database.pool.query<{ code: string }>('SELECT code FROM catalog.power_item ORDER BY code')).rows.map(({ code }) => code);
  hub = await createHub(hubConfig(), { log: SILENT, now: () => new Date(`${TODAY}T02:00:00Z`), databases: { connect: () => test.connect() } });
  await hub.start();
  served = await serveFace(hubConfig(), Object.values(hub.subgraphs).map(localSubgraph), hub.identity.development!);
});
afterAll(async () => {
  await served.stop();
  await hub.stop();
  await test.drop();
});

/** Both answers' data. */
async function bothSay(schema: GraphQLSchema, operation: string, variables: Record<string, unknown>, contextValue: object = {}) {
  const [hubs, peers] = await Promise.all([served.ask(operation, variables), graphql({ schema, source: OPERATIONS.get(operation)!, variableValues: variables, contextValue })]);
  expect(peers.errors).toBeUndefined();
  expect(hubs.errors).toEqual([]);
  return { hubs: hubs.data as unknown, peers: JSON.parse(JSON.stringify(peers.data)) as unknown };
}

describe('what the hub is measured beside says what the hub says', () => {
  it('a monolith over Prisma, of guides and pages', async () => {
    const prisma = new PrismaClient({ adapter: database.adapter() });
    const schema = monolithSchema(prisma, () => TODAY);
    for (const code of [...codes, 'unknown']) {
      const { hubs, peers } = await bothSay(schema, 'ItemGuide', { code }, monolithContext(prisma));
      expect(peers).toEqual(hubs);
    }
    for (const variables of [{ filter: { text: '处罚' }, first: 50 }, { filter: { category: ['LICENSE', 'INSPECTION'], regionCode: '880001' }, first: 5 }, { filter: { level: 'MUNICIPAL', status: ['LISTED'] }, first: 7 }]) {
      const { hubs, peers } = await bothSay(schema, 'SearchItems', variables, monolithContext(prisma));
      expect(peers).toEqual(hubs);
    }
    await prisma.$disconnect();
  });

  it('a monolith with one statement, of guides, and it is one', async () => {
    const schema = oneSqlSchema(database.pool, () => TODAY);
    for (const code of [...codes, 'unknown']) {
      const { hubs, peers } = await bothSay(schema, 'ItemGuide', { code });
      expect(peers).toEqual(hubs);
    }
    let statements = 0;
    const stop = database.onStatement(() => (statements += 1));
    await graphql({ schema, source: OPERATIONS.get('ItemGuide')!, variableValues: { code: codes[0] } });
    stop();
    expect(statements).toBe(1);
  });
});

it('@apollo/gateway takes our supergraph', async () => {
  const supergraphSdl = supergraphForApollo(readFileSync(inProject('schema', 'supergraph.graphql'), 'utf8'), (name) => `http://${name}.example/graphql`);
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const gateway = new ApolloGateway({ supergraphSdl });
  const { schema } = await gateway.load();
  expect(schema.getQueryType()?.getFields()).toHaveProperty('powerItem');
  await gateway.stop();
});
