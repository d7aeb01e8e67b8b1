import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { dayInChina } from '../services/shared/day';
import { inProject } from '../services/shared/project-root';
import { type AskGraph, askGraph } from './ask-graph';
import { askSubgraphs } from './ask-subgraph';
import type { HubConfig } from './config';
import { createAnswerCache } from './cache/answer-cache';
import { type DataVersion, watchData } from './cache/data-version';
import { createLookout } from './changes/lookout';
import { DEFAULT_IRI_BASE } from './exports/json-ld/iris';
import { createGateway, type GatewayOptions } from './gateway';
import { graphiqlPage } from './graphiql-page';
import type { Identity } from './identity';
import { QUERY_PAGE } from './pages/addresses';
import { PAGE_ROUTES, pageRoutes } from './pages/page-routes';
import type { Log } from './log';
import { defaultWatch } from './observed/settings';
import { type Watch, watchHub } from './observed/watch-hub';
import { type TrustedDocuments, trustedDocuments } from './operations/trusted-documents';
import { createAdmission } from './rates/admit';
import { createRateLimiter } from './rates/rate-limiter';
import { hubReadiness } from './readiness';
import type { LagMeter } from './resilience/event-loop-lag';
import { type ReloadableGateway, reloadableGateway } from './resilience/reloadable-gateway';
import { createRequestHandler } from './request-handler';
import { hubRoutes } from './routes';
import type { SubgraphCaller } from './subgraph-caller';

/** What the hub shows to the outside, the same in one process and distributed. */
export interface HubFace {
  handler: RequestListener;
  readonly watch: Watch;
  /** The whole graph, for what is made of it here: pages and files. */
  readonly graph: AskGraph;
  /** Takes a new supergraph, that of `schema/` as it is now unless one is given, without dropping a request; true when it differs and is in force. */
  reload(supergraph?: string): Promise<boolean>;
  stop(): Promise<void>;
}

export interface HubFaceOptions {
  config: Pick<HubConfig, 'limits' | 'introspection' | 'subgraphTimeoutMs' | 'operations' | 'rates' | 'redisUrl' | 'trustedProxies'> & Partial<Pick<HubConfig, 'cacheBytes' | 'iriBase' | 'writeTimeoutMs'>> & Partial<Pick<HubConfig, 'watching'>>;
  callers: readonly SubgraphCaller[];
  identity: Identity;
  log: Log;
  /** The composed schemas; those of `schema/` unless a test brings its own. */
  schemas?: { supergraph: string; api: string };
  /** The registered documents; those of `schema/` unless a test brings its own. */
  trusted?: TrustedDocuments | undefined;
  /** Readings of the event loop's lag in place of its own. */
  lag?: LagMeter;
  /** The runtime has two; the hub's own unless a test compares them. */
  planner?: GatewayOptions['planner'];
}

/** A thousand changes take longer than a reader’s question, and nobody looks at a screen meanwhile. */
const CHANGES_DEADLINE_MS = 10_000;
/** Readers of `/changes/…` that may wait at once; each costs a connection and little else. */
const MOST_WAITING = 1000;

export async function createHubFace({ config, callers, identity, log, schemas = readSchemas(), trusted = trustedDocuments(), lag, planner }: HubFaceOptions): Promise<HubFace> {
  const { limits, introspection, subgraphTimeoutMs, operations, rates, redisUrl, trustedProxies, writeTimeoutMs, cacheBytes = 0, iriBase = DEFAULT_IRI_BASE } = config;
  const limiter = createRateLimiter({ rates, redisUrl, log });
  const ready = () => hubReadiness(callers);
  const lookout = createLookout(callers, MOST_WAITING);
  const changes = { ask: askSubgraphs(callers, CHANGES_DEADLINE_MS), lookout };
  const routes = { ...hubRoutes({ ask: askSubgraphs(callers), changes, limits, iriBase }), [`GET ${QUERY_PAGE}`]: graphiqlPage(schemas.api) };
  const watch = watchHub({ config: config.watching ?? defaultWatch(), log, ready, routes: [...Object.keys(routes), ...PAGE_ROUTES], ...(lag ? { lag } : {}) });
  const create = (supergraphSdl: string) =>
    createGateway({ supergraphSdl, callers, limits, introspection, subgraphTimeoutMs, writeTimeoutMs, operations: { ...operations, trusted }, limiter, log, planner, breakers: watch.breakers, watch: watch.calls });
  const gateway = await reloadableGateway(create, schemas.supergraph, log);
  const graph = askGraph(gateway);
  const cache = createAnswerCache({
    bytes: cacheBytes,
    version: sinceReload(watchData(cacheBytes === 0 ? [] : callers), gateway),
    today: () => dayInChina(new Date()),
    onLookUp: watch.metrics.lookUps.add,
  });
  const handler = createRequestHandler({
    gateway,
    cache,
    admit: createAdmission({ identity, limiter, trustedProxies }),
    limits,
    ready,
    routes: { ...routes, ...pageRoutes({ ask: graph, cache }) },
    log,
  });
  return {
    handler: watch.around(handler),
    watch,
    graph,
    reload: (supergraph = readSchemas().supergraph) => gateway.reload(supergraph),
    async stop() {
      watch.stop();
      cache.stop();
      lookout.stop();
      await Promise.all([gateway.stop(), limiter.stop()]);
    },
  };
}

/** Both only rise, so their sum changes with either: what an old supergraph answered is not given under a new one. */
const sinceReload = (data: DataVersion, gateway: Pick<ReloadableGateway, 'generation'>): DataVersion => ({
  current() {
    const version = data.current();
    return version === null ? null : version + gateway.generation;
  },
  stop: () => data.stop(),
});

const readSchemas = () => ({
  supergraph: readFileSync(inProject('schema', 'supergraph.graphql'), 'utf8'),
  api: readFileSync(inProject('schema', 'api.graphql'), 'utf8'),
});
