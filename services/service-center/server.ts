import { checkpointSettingsOf } from '../shared/checkpoints/settings';
import { serverDatabase } from '../shared/database';
import { remoteFeed } from '../shared/remote-feed';
import { runSubgraphServer } from '../shared/run-server';
import { createServiceCenterSubgraph } from './index';

/** Starts the service center alone, over PostgreSQL, following the others at their addresses. */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const {
    SERVICE_CENTER_DATABASE_URL,
    DATABASE_URL,
    SERVICE_CENTER_PORT = '4003',
    CATALOG_ORIGIN = 'http://127.0.0.1:4001',
    ORGANISATION_ORIGIN = 'http://127.0.0.1:4002',
    HUB_SECRET: secret,
    HOST: host = '127.0.0.1',
  } = environment;
  const url = SERVICE_CENTER_DATABASE_URL ?? DATABASE_URL;
  if (!url) throw new Error('SERVICE_CENTER_DATABASE_URL or DATABASE_URL must be set');
  if (!secret) throw new Error('HUB_SECRET must be set: it signs the calls between the hub’s processes');
  const database = serverDatabase(url);
  const subgraph = createServiceCenterSubgraph({
    database,
    checkpoints: checkpointSettingsOf(environment),
    feeds: {
      catalog: remoteFeed(CATALOG_ORIGIN, secret, 'service-center'),
      organisation: remoteFeed(ORGANISATION_ORIGIN, secret, 'service-center'),
    },
  });
  await runSubgraphServer(subgraph, database, { port: Number(SERVICE_CENTER_PORT), host, secret });
}

main(process.env).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
