import type { RequestListener } from 'node:http';
import { createCatalogSubgraph } from '../services/catalog';
import { createOrganisationSubgraph } from '../services/organisation';
import { createServiceCenterSubgraph } from '../services/service-center';
import type { CheckpointSettings } from '../services/shared/checkpoints/checkpointer';
import { checkpointSettings } from '../services/shared/checkpoints/settings';
import type { Subgraph } from '../services/shared/subgraph';
import type { AskGraph } from './ask-graph';
import { askSubgraphs } from './ask-subgraph';
import type { HubConfig, Service } from './config';
import { type Databases, type Home, openHome } from './databases';
import { createHubFace } from './hub-face';
import { identityInForce, type IdentityInForce } from './identity';
import { localSubgraph } from './local-subgraph';
import { createLog, type Log } from './log';
import { loadSample, type SampleTarget } from './sample';

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
  /** Opened before, else here. */
  home?: Home;
}

export async function createHub(config: HubConfig, { log = createLog(config.logLevel), now, databases: given, home = openHome(config, given) }: HubOptions = {}): Promise<Hub> {
  const databases = await home.databases;
  const leave = async (): Promise<void> => {
    await databases.close();
    home.directory.release();
  };
  try {
    return await putTogether(config, { log, now, directory: home.directory, databases, leave });
  } catch (fault) {
    await leave(); // the thread of an embedded database would keep the process
    throw fault;
  }
}

interface HubParts extends Pick<HubOptions, 'now'>, Pick<Home, 'directory'> {
  log: Log;
  databases: Databases;
  /** Closes what was opened for the hub. */
  leave: () => Promise<void>;
}

async function putTogether(config: HubConfig, { log, now, directory, databases, leave }: HubParts): Promise<Hub> {
  const subgraphs = createSubgraphs(databases, now, checkpointSettings({ ...config.checkpoints, dataDirectory: directory.path }));
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
      await leave();
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
