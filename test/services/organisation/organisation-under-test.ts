import { setTimeout as sleep } from 'node:timers/promises';
import { graphql, type ExecutionResult } from 'graphql';
import { createOrganisationSubgraph } from '../../../services/organisation';
import type { Subgraph } from '../../../services/shared/subgraph';
import { ANONYMOUS, systemActor, type Actor, type Role } from '../../../services/shared/actor';
import type { Database } from '../../../services/shared/database';
import type { Feed } from '../../../services/shared/feed';
import { GENESIS, type JournalEntry } from '../../../services/shared/journal';
import { testDatabase } from '../../support/database';

export const ADMIN = systemActor('test');

export const holder = (role: Role, regionCode: string): Actor => ({ id: `${role}@${regionCode}`, role, regionCode, agencyCode: null });

const SILENT: Feed = {
  async read({ waitMs, signal }) {
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    return { entries: [], head: GENESIS };
  },
};

const EMPTY = `ALTER TABLE organisation.journal DISABLE TRIGGER journal_append_only;
  TRUNCATE organisation.region, organisation.agency, organisation.agency_identifier, organisation.office, organisation.officer,
    organisation.body_alias, organisation.listed_item, organisation.follower_cursor, organisation.journal,
    organisation.organisation_change, organisation.mandate_finding, organisation.cross_check_run CASCADE;
  UPDATE organisation.journal_head SET seq = 0, hash = repeat('0', 64);
  ALTER TABLE organisation.journal ENABLE TRIGGER journal_append_only;`;

/** An organisation service on an empty database, asked as the gateway asks it. */
export interface OrganisationUnderTest {
  subgraph: Subgraph;
  database: Database;
  /** Answers an operation; throws its first error. */
  ask<Data>(operation: string, variables?: object, actor?: Actor): Promise<Data>;
  /** Answers an operation with its errors. */
  execute(operation: string, variables?: object, actor?: Actor): Promise<ExecutionResult>;
  /** Statements that answering took. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  journal(): Promise<JournalEntry[]>;
  /** As on the first day: opening a database takes a hundred times as long. */
  empty(): Promise<void>;
  drop(): Promise<void>;
}

export async function organisationUnderTest(catalog: Feed = SILENT, now?: () => Date): Promise<OrganisationUnderTest> {
  const db = await testDatabase();
  const database = db.connect();
  const subgraph = createOrganisationSubgraph({ database, feeds: { catalog }, now });
  const execute = async (source: string, variableValues: object = {}, actor: Actor = ANONYMOUS) =>
    graphql({
      schema: subgraph.schema,
      source,
      variableValues: variableValues as Record<string, unknown>,
      contextValue: subgraph.createContext({ actor, requestId: 'test' }),
    });
  return {
    subgraph,
    database,
    execute,
    async ask<Data>(source: string, variables?: object, actor?: Actor) {
      const { data, errors } = await execute(source, variables, actor);
      if (errors?.[0]) throw errors[0].originalError ?? errors[0];
      return data as Data;
    },
    async statementsOf(work) {
      const statements: string[] = [];
      const stop = database.onStatement((text) => statements.push(text));
      await work();
      stop();
      return statements;
    },
    journal: async () => (await subgraph.feed.read({ after: 0, limit: 1000, waitMs: 0 })).entries,
    empty: async () => void (await database.pool.query(EMPTY)),
    async drop() {
      await subgraph.stop();
      await db.drop();
    },
  };
}
