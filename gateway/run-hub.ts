import { startTracing } from '../services/shared/start-tracing';
import type { HubConfig } from './config';
import type { Home } from './databases';
import { createHub } from './hub';
import { createLog } from './log';
import { serve, type Served } from './serve';
import { stopOnSignal } from './stop-on-signal';

/** Starts the hub over what was opened for it, says where it listens, and stops it at the first signal. */
export async function runHub(config: HubConfig, home: Home): Promise<void> {
  const log = createLog(config.logLevel);
  const stopTracing = await startTracing({ service: 'hub', endpoint: config.traceCollector });
  const hub = await createHub(config, { log, home });
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
