import { graphql } from 'graphql';
import { createCatalogSubgraph } from '../../../services/catalog';
import { importList } from '../../../services/catalog/commands/import-list/import-list';
import type { CatalogStore } from '../../../services/catalog/context';
import type { ListedPower } from '../../../services/catalog/rules/listed-power';
import { CATALOG_PERMISSIONS } from '../../../services/catalog/rules/permissions';
import { ANONYMOUS, systemActor, type Actor, type Role } from '../../../services/shared/actor';
import { runCommand } from '../../../services/shared/run-command';
import { emptyCatalog } from '../../support/catalog-store';
import { listOf } from '../../support/powers';

export const WATER = '140100013';
const bodies = [
  { name: '市水务局', agencyCode: WATER, offices: [{ name: '水政科', id: `${WATER}01` }] },
  { name: '市农委', agencyCode: '140100018', offices: [] },
];

export const holder = (role: Role, regionCode = '140100', agencyCode: string | null = null): Actor => ({ id: role, role, regionCode, agencyCode });

/** A catalog asked as the gateway asks it. */
export interface AskedCatalog {
  store: CatalogStore;
  clock: { now: Date };
  /** Imports a list of these powers for 140100. */
  list(publishedOn: string, ...powers: ListedPower[]): Promise<void>;
  /** Answers an operation; throws its first error. */
  ask<Data>(operation: string, variables?: Record<string, unknown>, actor?: Actor): Promise<Data>;
  /** SQL statements that answering an operation took. */
  statementsOf(operation: string, variables?: Record<string, unknown>, actor?: Actor): Promise<number>;
  drop(): Promise<void>;
}

export async function askedCatalog(now = '2015-12-31T02:00:00Z'): Promise<AskedCatalog> {
  const { db, store, clock } = await emptyCatalog();
  clock.now = new Date(now);
  const subgraph = createCatalogSubgraph({ database: store.database, now: store.now });
  const ask = async <Data>(source: string, variableValues: Record<string, unknown> = {}, actor: Actor = ANONYMOUS): Promise<Data> => {
    const contextValue = subgraph.createContext({ actor, requestId: 'test' });
    const { data, errors } = await graphql({ schema: subgraph.schema, source, variableValues, contextValue });
    if (errors?.[0]) throw errors[0].originalError ?? errors[0];
    return JSON.parse(JSON.stringify(data)) as Data;
  };
  return {
    store,
    clock,
    ask,
    async list(publishedOn, ...powers) {
      const input = { regionCode: '140100', scheme: 'TAIYUAN_2014', publishedOn, list: listOf(...powers), bodies };
      const outcome = await runCommand(store, CATALOG_PERMISSIONS, importList, input, systemActor('test'));
      if (!outcome.ok) throw new Error(outcome.refusal.message);
    },
    async statementsOf(operation, variables, actor) {
      let count = 0;
      const stop = store.database.onStatement(() => (count += 1));
      await ask(operation, variables, actor);
      stop();
      return count;
    },
    async drop() {
      await subgraph.stop();
      await db.drop();
    },
  };
}
