import type { RequestListener } from 'node:http';
import { createCatalogSubgraph } from '../services/catalog';
import { createOrganisationSubgraph } from '../services/organisation';
import { createServiceCenterSubgraph } from '../services/service-center';
import type { CheckpointSettings } from '../services/shared/checkpoints/checkpointer';
import { checkpointSettings } from '../services/shared/checkpoints/settings';
import { startTracing } from '../services/shared/start-tracing';
import type { Subgraph } from '../services/shared/subgraph';
import type { AskGraph } from './ask-graph';
import { askSubgraphs } from './ask-subgraph';
import { type HubConfig, readConfig, type Service } from './config';
import { openDataDirectory } from './data-directory';
import { type Databases, openDatabases } from './databases';
import { createHubFace } from './hub-face';
import { identityInForce, type IdentityInForce } from './identity';
import { localSubgraph } from './local-subgraph';
import { createLog, type Log } from './log';
import { loadSample, type SampleTarget } from './sample';
import { serve, type Served } from './serve';
import { stopOnSignal } from './stop-on-signal';

/** Gateway and services in one process: the composition root, the only file that knows all three. */
export interface Hub {
  readonly subgraphs: Record<Service, Subgraph>;
  readonly identity: IdentityInForce;
  readonly handler: RequestListener;
  readonly graph: AskGraph;
  /** What loading data into this hub goes through. */
  readonly target: SampleTarget;
  /** Migrates, loads the sample into an empty hub, and starts following. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface HubOptions {
  log?: Log;
  now?: () => Date;
  /** Databases of the caller's own instead of those in the configuration; they are its to close. */
  databases?: Pick<Databases, 'connect'>;
}

export async function createHub(config: HubConfig, { log = createLog(config.logLevel), now, databases: given }: HubOptions = {}): Promise<Hub> {
  const directory = openDataDirectory(config.dataDirectory);
  const opened = given ? null : await openDatabases(config, directory);
  const subgraphs = createSubgraphs(given ?? opened!, now, checkpointSettings({ ...config.checkpoints, dataDirectory: directory.path }));
  const inOrder = [subgraphs.catalog, subgraphs.organisation, subgraphs['service-center']];
  const callers = inOrder.map(localSubgraph);
  const developmentKey = config.databases === null ? directory.file('identity.key') : null;
  const identity = identityInForce({ oidc: config.oidc, developmentKey, log });
  const face = await createHubFace({ config, callers, identity: identity.identity, log });
  const target: SampleTarget = {
    ask: askSubgraphs(callers),
    feed: (service) => subgraphs[service as Service].feed,
    seed: (service) => subgraphs[service as Service].seed(),
  };
  return {
    subgraphs,
    identity,
    handler: face.handler,
    graph: face.graph,
    target,
    async start() {
      for (const subgraph of inOrder) await subgraph.start();
      if (config.sample) await loadSample(target);
      for (const subgraph of inOrder) await subgraph.catchUp();
      // What was loaded is signed before anybody builds on it; if that fails, it is tried again every minute.
      for (const subgraph of inOrder) await subgraph.checkpoint().catch(() => null);
    },
    async stop() {
      await face.stop();
      for (const subgraph of inOrder.toReversed()) await subgraph.stop();
      await opened?.close();
      directory.release();
    },
  };
}

function createSubgraphs({ connect }: Pick<Databases, 'connect'>, now: (() => Date) | undefined, checkpoints: CheckpointSettings): Hub['subgraphs'] {
  const clock = { ...(now ? { now } : {}), checkpoints };
  const catalog = createCatalogSubgraph({ database: connect('catalog'), ...clock });
  const organisation = createOrganisationSubgraph({
    database: connect('organisation'),
    feeds: { catalog: catalog.feed },
    ...clock,
  });
  const serviceCenter = createServiceCenterSubgraph({
    database: connect('service-center'),
    feeds: { catalog: catalog.feed, organisation: organisation.feed },
    ...clock,
  });
  return { catalog, organisation, 'service-center': serviceCenter };
}

/** `npm start`. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const stopTracing = await startTracing({ service: 'hub', endpoint: config.traceCollector });
  const hub = await createHub(config, { log });
  let served: Served | null = null;
  stopOnSignal(async () => {
    await served?.stop();
    await hub.stop();
    await stopTracing();
  }, log);
  await hub.start();
  served = await serve(hub.handler, config);
  const { port } = new URL(served.origin);
  console.log(`权力清单枢纽已启动：http://localhost:${port}/（接口 http://localhost:${port}/graphql，查询页面 http://localhost:${port}/graphiql）\n${hub.identity.said}`);
}

if (require.main === module) {
  main().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exit(1);
  });
}
