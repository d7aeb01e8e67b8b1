import path from 'node:path';
import { readConfig, type Service, SERVICES } from '../../gateway/config';
import { createDevelopmentIdentity } from '../../gateway/identity';
import { remoteSubgraph } from '../../gateway/remote-subgraph';
import type { SubgraphCaller } from '../../gateway/subgraph-caller';
import { createCatalogSubgraph } from '../../services/catalog';
import { createOrganisationSubgraph } from '../../services/organisation';
import { createServiceCenterSubgraph } from '../../services/service-center';
import { checkpointSettings } from '../../services/shared/checkpoints/settings';
import type { Feed } from '../../services/shared/feed';
import { remoteFeed } from '../../services/shared/remote-feed';
import type { Actor } from '../../services/shared/actor';
import type { Subgraph } from '../../services/shared/subgraph';
import { serveSubgraph } from '../../services/shared/subgraph-server';
import type { TestDatabase } from './database';
import { sampleClock } from './sample-database';
import { bearer, hubConfig, serveFace, type ServedHub } from './sample-hub';

const SECRET = 'a secret of sixteen';

/** One service behind an HTTP server of its own, that can be taken down and brought up again at the same address. */
export interface RunningService {
  readonly origin: string;
  readonly subgraph: Subgraph;
  up(): Promise<void>;
  down(): Promise<void>;
}

/** Three services that reach each other and are reached over HTTP with signed calls, and a gateway over them. */
export interface DistributedHub extends ServedHub {
  services: Record<Service, RunningService>;
  /** An `authorization` header. */
  as(role: Actor['role'], regionCode?: string, agencyCode?: string): Promise<{ authorization: string }>;
  /** The services as a gateway reaches them. */
  callers(): SubgraphCaller[];
  /** One more gateway, for which one service is at another address and calls have the deadline that is usual. */
  gatewayWith(service: Service, origin: string): Promise<ServedHub>;
}

export interface DistributedOptions {
  /** What a service sees of another's feed; the feed itself by default. */
  seenBy?: (reader: Service, source: Service, feed: Feed) => Feed;
}

export async function distributedHub(database: TestDatabase, { seenBy = (_reader, _source, feed) => feed }: DistributedOptions = {}): Promise<DistributedHub> {
  const feedOf = (reader: Service, { origin, subgraph: { name } }: RunningService): Feed =>
    seenBy(reader, name as Service, remoteFeed(origin, SECRET, reader));
  const config = hubConfig();
  const common = { now: sampleClock, checkpoints: checkpointSettings({ ...config.checkpoints, dataDirectory: config.dataDirectory }) };
  const catalog = await runService(() => createCatalogSubgraph({ database: database.connect(), ...common }));
  const organisation = await runService(() =>
    createOrganisationSubgraph({ database: database.connect(), feeds: { catalog: feedOf('organisation', catalog) }, ...common }),
  );
  const serviceCenter = await runService(() =>
    createServiceCenterSubgraph({
      database: database.connect(),
      feeds: { catalog: feedOf('service-center', catalog), organisation: feedOf('service-center', organisation) },
      ...common,
    }),
  );
  const services = { catalog, organisation, 'service-center': serviceCenter };
  const identity = createDevelopmentIdentity(path.join(config.dataDirectory, 'identity.key'));
  const gatewayOver = (originOf: (service: Service) => string, { subgraphTimeoutMs } = config): Promise<ServedHub> =>
    serveFace({ ...config, subgraphTimeoutMs }, SERVICES.map((service) => remoteSubgraph(service, originOf(service), SECRET)), identity);
  const gateway = await gatewayOver((service) => services[service].origin);
  return {
    ...gateway,
    services,
    callers: () => SERVICES.map((service) => remoteSubgraph(service, services[service].origin, SECRET)),
    as: (role, regionCode, agencyCode) => bearer(identity, role, regionCode, agencyCode),
    gatewayWith: (moved, origin) => gatewayOver((service) => (service === moved ? origin : services[service].origin), readConfig({})),
    async stop() {
      await gateway.stop();
      for (const service of [serviceCenter, organisation, catalog]) await service.down();
    },
  };
}

async function runService(create: () => Subgraph): Promise<RunningService> {
  const start = async (port: number) => {
    const subgraph = create();
    await subgraph.start();
    return { subgraph, server: await serveSubgraph(subgraph, { port, host: '127.0.0.1', secret: SECRET }) };
  };
  let running = await start(0);
  let isUp = true;
  const { origin } = running.server;
  return {
    origin,
    get subgraph() {
      return running.subgraph;
    },
    async up() {
      running = await start(Number(new URL(origin).port));
      isUp = true;
    },
    async down() {
      if (!isUp) return;
      isUp = false;
      await running.server.stop();
      await running.subgraph.stop();
    },
  };
}
