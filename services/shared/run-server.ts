import { once } from 'node:events';
import type { Database } from './database';
import type { Subgraph } from './subgraph';
import { startTracing } from './start-tracing';
import { serveSubgraph, type SubgraphServerOptions } from './subgraph-server';

/**
 * Runs one service alone until SIGTERM or SIGINT: requests in flight finish, followers stop, the database closes, and
 * the process ends by itself with code 0.
 */
export async function runSubgraphServer(subgraph: Subgraph, database: Database, options: SubgraphServerOptions): Promise<void> {
  const told = new AbortController();
  const stopped = Promise.race([once(process, 'SIGTERM', { signal: told.signal }), once(process, 'SIGINT', { signal: told.signal })]);
  stopped.catch(() => {}); // a start that fails is reported by itself
  const stopTracing = await startTracing({ service: subgraph.name, endpoint: process.env.OTEL_EXPORTER_OTLP_ENDPOINT });
  try {
    await subgraph.start();
    const server = await serveSubgraph(subgraph, options);
    console.log(`${subgraph.name} listens at ${server.origin}`);
    await stopped;
    await server.stop();
  } finally {
    told.abort();
    await subgraph.stop();
    await database.close();
    await stopTracing();
  }
}
