import type { RequestListener } from 'node:http';
import { type HubConfig, readConfig } from '../../gateway/config';
import { createHubFace, type HubFaceOptions } from '../../gateway/hub-face';
import type { DevelopmentIdentity } from '../../gateway/identity';
import { localSubgraph } from '../../gateway/local-subgraph';
import { SILENT } from '../../gateway/log';
import { createHub, type Hub } from '../../gateway/hub';
import { serve } from '../../gateway/serve';
import type { SubgraphCaller } from '../../gateway/subgraph-caller';
import { readOperations } from '../../schema/read-operations';
import type { Actor } from '../../services/shared/actor';
import type { TestDatabase } from './database';
import { sampleClock, sampleDatabase, temporaryFolder } from './sample-database';
import { post, type ToyAnswer } from './toy-hub';

export type Answer = ToyAnswer;

/** A hub that listens on a port of its own. */
export interface ServedHub {
  origin: string;
  /** Posts a contract operation by its name, or any query. */
  ask(query: string, variables?: unknown, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

/** What an answer cost, all services together. */
export interface Cost {
  statements: string[];
  /** Subgraphs called, in order. */
  calls: string[];
}

/** The whole hub in one process over the sample, put together as `npm start` does. */
export interface SampleHub extends ServedHub {
  hub: Hub;
  database: TestDatabase;
  /** Asks and counts. Followers stand still meanwhile: their looking for news is no part of an answer. */
  measure(query: string, variables?: unknown, headers?: Record<string, string>): Promise<{ answer: Answer; cost: Cost }>;
  /** Gets an address and counts, likewise. */
  measureGet(path: string): Promise<{ status: number; text: string; cost: Cost }>;
  /** An `authorization` header. */
  as(role: Actor['role'], regionCode?: string, agencyCode?: string): Promise<{ authorization: string }>;
}

/** Answers are made anew unless `cacheBytes` keeps some: on a server the cache looks for other writers, which would count as cost. */
export async function sampleHub({ cacheBytes = 0 }: { cacheBytes?: number } = {}): Promise<SampleHub> {
  const database = await sampleDatabase();
  const cost: Cost = { statements: [], calls: [] };
  const connect = () => {
    const connection = database.connect();
    connection.onStatement((text) => cost.statements.push(text));
    return connection;
  };
  const config = { ...hubConfig(), cacheBytes };
  const hub = await createHub(config, { log: SILENT, now: sampleClock, databases: { connect } });
  await hub.start();
  const served = await serveHandler(hub.handler);
  let counted: ServedHub | null = null;
  const counting = async <T>(work: (face: ServedHub) => Promise<T>): Promise<{ result: T; cost: Cost }> => {
    const subgraphs = Object.values(hub.subgraphs);
    // What an answer costs, not what keeping it saves.
    counted ??= await serveFace({ ...config, cacheBytes: 0 }, subgraphs.map(localSubgraph).map(countingIn(cost.calls)), hub.identity.development!);
    await Promise.all(subgraphs.flatMap(({ followers }) => followers.map((follower) => follower.stop())));
    cost.statements.length = cost.calls.length = 0;
    const result = await work(counted);
    return { result, cost: structuredClone(cost) };
  };
  return {
    ...served,
    hub,
    database,
    as: (role, regionCode, agencyCode) => bearer(hub.identity.development!, role, regionCode, agencyCode),
    async measure(query, variables, headers) {
      const { result: answer, cost: spent } = await counting((face) => face.ask(query, variables, headers));
      return { answer, cost: spent };
    },
    async measureGet(path) {
      const { result, cost: spent } = await counting(async ({ origin }) => {
        const response = await fetch(`${origin}${path}`);
        return { status: response.status, text: await response.text() };
      });
      return { ...result, cost: spent };
    },
    async stop() {
      await served.stop();
      await counted?.stop();
      await hub.stop();
      await database.drop();
    },
  };
}

const countingIn =
  (calls: string[]) =>
  (caller: SubgraphCaller): SubgraphCaller => ({
    ...caller,
    call(call, signal) {
      calls.push(caller.name);
      return caller.call(call, signal);
    },
  });

/** Statements are counted: none comes by itself. And a busy machine takes nothing from an answer. */
export const hubConfig = (): HubConfig =>
  readConfig({ HUB_DATA: temporaryFolder(), HUB_RATE_ADDRESS: '0', HUB_RATE_CLIENT: '0', HUB_RATE_GUESS: '0', HUB_CHECKPOINT_SECONDS: '86400', HUB_SUBGRAPH_TIMEOUT_MS: '20000' });

/** A gateway over given callers, as every mode has it. */
export async function serveFace(config: HubConfig, callers: readonly SubgraphCaller[], identity: DevelopmentIdentity, options: Pick<HubFaceOptions, 'planner' | 'trusted'> = {}): Promise<ServedHub> {
  const face = await createHubFace({ config, callers, identity, log: SILENT, ...options });
  const served = await serveHandler(face.handler);
  return {
    ...served,
    async stop() {
      await served.stop();
      await face.stop();
    },
  };
}

async function serveHandler(handler: RequestListener): Promise<ServedHub> {
  const { origin, stop } = await serve(handler, { port: 0, host: '127.0.0.1' });
  return { origin, stop, ask: (query, variables, headers) => askHub(origin, query, variables, headers) };
}

/** Posts a contract operation by its name, or any query, to the hub at an address. */
export const askHub = (origin: string, query: string, variables: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  post(`${origin}/graphql`, JSON.stringify({ query: OPERATIONS.get(query) ?? query, variables }), headers);

const OPERATIONS = new Map(readOperations().map(({ name, text }) => [name, text]));

export async function bearer(identity: DevelopmentIdentity, role: Actor['role'], regionCode?: string, agencyCode?: string, seconds = 600): Promise<{ authorization: string }> {
  const token = await identity.issue({ id: 'tester', role, regionCode: regionCode ?? null, agencyCode: agencyCode ?? null }, seconds);
  return { authorization: `Bearer ${token}` };
}
