import { inProject } from '../services/shared/project-root';
import { startTracing } from '../services/shared/start-tracing';
import { ConfigError, readConfig, SERVICES } from './config';
import { createHubFace } from './hub-face';
import { identityInForce } from './identity';
import { createLog } from './log';
import { remoteSubgraph } from './remote-subgraph';
import { reloadOnChange } from './resilience/reload-on-change';
import { serve } from './serve';
import { stopOnSignal } from './stop-on-signal';

/** `npm run start:gateway`: the gateway alone, over subgraphs in processes of their own. It keeps no state. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { secret, origins } = config;
  if (secret === null) throw new ConfigError(['HUB_SECRET：未设置。网关与各服务须设置同一个密钥，用于签名彼此的调用']);
  const log = createLog(config.logLevel);
  const stopTracing = await startTracing({ service: 'gateway', endpoint: config.traceCollector });
  const callers = SERVICES.map((service) => remoteSubgraph(service, origins[service], secret));
  const { identity, said } = identityInForce({ oidc: config.oidc, developmentKey: null, log });
  const face = await createHubFace({ config, callers, identity, log });
  const served = await serve(face.handler, config);
  const reload = (): void => void face.reload().catch((fault: unknown) => log.error({ err: fault }, 'supergraph not read'));
  const stopReloading = reloadOnChange(inProject('schema', 'supergraph.graphql'), reload);
  stopOnSignal(async () => {
    stopReloading();
    await served.stop();
    await face.stop();
    await stopTracing();
  }, log);
  console.log(`gateway listens at ${served.origin}\n${said}`);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
