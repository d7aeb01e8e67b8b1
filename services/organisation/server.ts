import { checkpointSettingsOf } from '../shared/checkpoints/settings';
import { serverDatabase } from '../shared/database';
import { remoteFeed } from '../shared/remote-feed';
import { runSubgraphServer } from '../shared/run-server';
import { createOrganisationSubgraph } from './index';

/** Starts the organisation service alone, over PostgreSQL; returns when SIGTERM or SIGINT has ended it. */
export async function main(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const url = env.ORGANISATION_DATABASE_URL ?? env.DATABASE_URL;
  const secret = env.HUB_SECRET;
  if (!url) throw new Error('set ORGANISATION_DATABASE_URL or DATABASE_URL to a PostgreSQL database');
  if (!secret) throw new Error('set HUB_SECRET, the same for all processes of the hub');
  const database = serverDatabase(url);
  const catalog = remoteFeed(env.CATALOG_ORIGIN ?? 'http://127.0.0.1:4001', secret, 'organisation');
  await runSubgraphServer(createOrganisationSubgraph({ database, feeds: { catalog }, checkpoints: checkpointSettingsOf(env) }), database, {
    port: Number(env.ORGANISATION_PORT ?? 4002),
    host: env.HOST ?? '127.0.0.1',
    secret,
  });
}

if (require.main === module)
  main().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  });
