import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readOperations } from '../../schema/read-operations';
import type { RequestContext } from '../gateway';
import type { CallWatch } from '../guarded-caller';
import type { Log } from '../log';
import type { HubReadiness } from '../readiness';
import { type Breakers, createBreakers } from '../resilience/breakers';
import { createLagMeter, type LagMeter } from '../resilience/event-loop-lag';
import { isForWatchers, shedding } from '../resilience/shedding';
import { BREAKER_LEVELS, createMetrics, type Metrics } from './metrics';
import { metricsRoute } from './metrics-route';
import { observedHandler } from './observed-handler';
import { operationLabels } from './operation-label';
import type { WatchConfig } from './settings';

export interface WatchOptions {
  config: WatchConfig;
  log: Log;
  ready: () => Promise<HubReadiness>;
  /** Addresses beside `/graphql`, by method and path. */
  routes: readonly string[];
  /** The event loop's own unless a test brings readings. */
  lag?: LagMeter;
}

/** All that watches over one hub: its metrics, its breakers, the lag of its event loop. */
export interface Watch {
  readonly metrics: Metrics;
  readonly breakers: Breakers;
  readonly calls: CallWatch;
  /** Counts, logs, traces and sheds what goes to a handler, and answers `/metrics` itself. */
  around(handler: RequestListener): RequestListener;
  stop(): void;
}

export function watchHub({ config, log, ready, routes, lag = createLagMeter() }: WatchOptions): Watch {
  const metrics = createMetrics();
  const breakers = createBreakers(config.breaker, log, (subgraph, phase) => metrics.breaker.set({ subgraph }, BREAKER_LEVELS[phase]));
  const labelOf = operationLabels(
    readOperations().map(({ name }) => name),
    routes,
  );
  return {
    metrics,
    breakers,
    calls: {
      settled(call, subgraph, ms, code) {
        metrics.subgraphDuration.observe({ subgraph }, ms / 1000);
        if (code) metrics.subgraphErrors.inc({ subgraph, code });
        (call.operation as Partial<RequestContext>).observation?.subgraphs.push({ subgraph, ms, ...(code ? { code } : {}) });
      },
      retried: (subgraph) => metrics.subgraphRetries.inc({ subgraph }),
    },
    around(handler) {
      const observed = observedHandler(handler, { metrics, log, salt: config.logSalt, labelOf });
      const shed = shedding(observed, { settings: config.shedding, lagMs: () => lag.lagMs(), onShed: () => metrics.shed.inc() });
      const showMetrics = metricsRoute({ metrics, token: config.metricsToken, ready, lagMs: () => lag.lagMs() });
      return (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) => {
        if (!isForWatchers(request)) return shed(request, response);
        if (request.method !== 'GET' || !/^\/metrics(\?|$)/.test(request.url ?? '')) return handler(request, response);
        showMetrics(request, response).catch((fault: unknown) => {
          log.error({ err: fault }, 'metrics failed');
          response.destroy();
        });
      };
    },
    stop: () => lag.stop(),
  };
}
