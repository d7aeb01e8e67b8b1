import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { inProject } from '../services/shared/project-root';
import { askSubgraphs } from './ask-subgraph';
import type { HubConfig } from './config';
import { createGateway } from './gateway';
import { graphiqlPage } from './graphiql-page';
import type { Identity } from './identity';
import type { Log } from './log';
import { hubReadiness } from './readiness';
import { createRequestHandler } from './request-handler';
import { hubRoutes } from './routes';
import type { SubgraphCaller } from './subgraph-caller';

/** What the hub shows to the outside, the same in one process and distributed. */
export interface HubFace {
  handler: RequestListener;
  stop(): Promise<void>;
}

export interface HubFaceOptions {
  config: Pick<HubConfig, 'limits' | 'introspection' | 'subgraphTimeoutMs'>;
  callers: readonly SubgraphCaller[];
  identity: Identity;
  log: Log;
  /** The composed schemas; those of `schema/` unless a test brings its own. */
  schemas?: { supergraph: string; api: string };
}

export async function createHubFace({ config, callers, identity, log, schemas = readSchemas() }: HubFaceOptions): Promise<HubFace> {
  const { limits, introspection, subgraphTimeoutMs } = config;
  const gateway = await createGateway({ supergraphSdl: schemas.supergraph, callers, limits, introspection, subgraphTimeoutMs, log });
  const handler = createRequestHandler({
    gateway,
    identity,
    limits,
    ready: () => hubReadiness(callers),
    page: graphiqlPage(schemas.api),
    routes: hubRoutes(askSubgraphs(callers)),
    log,
  });
  return { handler, stop: () => gateway.stop() };
}

const readSchemas = () => ({
  supergraph: readFileSync(inProject('schema', 'supergraph.graphql'), 'utf8'),
  api: readFileSync(inProject('schema', 'api.graphql'), 'utf8'),
});
