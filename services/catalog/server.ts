import { checkpointSettingsOf } from '../shared/checkpoints/settings';
import { serverDatabase } from '../shared/database';
import { runSubgraphServer } from '../shared/run-server';
import { createCatalogSubgraph } from './index';

/** Starts the catalog alone, over PostgreSQL. */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const { CATALOG_DATABASE_URL, DATABASE_URL, CATALOG_PORT = '4001', HUB_SECRET: secret, HOST: host = '127.0.0.1' } = environment;
  const url = CATALOG_DATABASE_URL ?? DATABASE_URL;
  if (!url) throw new Error('CATALOG_DATABASE_URL or DATABASE_URL must be set');
  if (!secret) throw new Error('HUB_SECRET must be set: it signs the calls between the hub’s processes');
  const database = serverDatabase(url);
  const checkpoints = checkpointSettingsOf(environment);
  await runSubgraphServer(createCatalogSubgraph({ database, checkpoints }), database, { port: Number(CATALOG_PORT), host, secret });
}

main(process.env).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
