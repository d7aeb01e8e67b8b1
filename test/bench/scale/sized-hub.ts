import { serve, type Served } from '../../../gateway/serve';
import { readConfig } from '../../../gateway/config';
import { SILENT } from '../../../gateway/log';
import { createHub } from '../../../gateway/hub';
import { type Database, serverDatabase, type Statement } from '../../../services/shared/database';

/** A statement that a service ran, with its values. */
export interface RanStatement extends Statement {
  values: unknown[];
}

/** The hub over one generated database, its answers made anew, every statement seen. */
export interface SizedHub {
  items: number;
  database: Database;
  ask(query: string, variables: object): Promise<{ data: unknown; errors?: unknown }>;
  /** What an answer asked of the database. */
  statementsOf(query: string, variables: object): Promise<RanStatement[]>;
  stop(): Promise<void>;
}

export async function sizedHub(url: string, items: number, folder: string): Promise<SizedHub> {
  const ran: RanStatement[] = [];
  const opened: Database[] = [];
  const connect = (): Database => {
    const database = serverDatabase(url);
    opened.push(database);
    return {
      ...database,
      rows(statement, values = []) {
        ran.push({ ...statement, values });
        return database.rows(statement, values);
      },
    };
  };
  const environment = { HUB_DATA: `${folder}/${items}`, HUB_SAMPLE: 'off', HUB_CACHE_BYTES: '0', HUB_RATE_ADDRESS: '0', HUB_SUBGRAPH_TIMEOUT_MS: '60000' };
  const hub = await createHub(readConfig(environment), { log: SILENT, databases: { connect } });
  await hub.start();
  // Nothing changes; their looking for news would count as statements of an answer.
  await Promise.all(Object.values(hub.subgraphs).flatMap(({ followers }) => followers.map((follower) => follower.stop())));
  const served: Served = await serve(hub.handler, { port: 0, host: '127.0.0.1' });
  async function ask(query: string, variables: object): Promise<{ data: unknown; errors?: unknown }> {
    const response = await fetch(`${served.origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as { data: unknown; errors?: unknown };
  }
  return {
    items,
    database: opened[0]!,
    ask,
    async statementsOf(query, variables) {
      ran.length = 0;
      await ask(query, variables);
      return [...ran];
    },
    async stop() {
      await served.stop();
      await hub.stop();
      await Promise.all(opened.map((database) => database.close()));
    },
  };
}
