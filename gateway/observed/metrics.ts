import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BreakerState } from '../resilience/breaker';

/** From a cached answer to the deadline of a subgraph and beyond. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What one hub counts, apart from what its process is; a registry of its own, so that a stopped hub leaves nothing behind. */
export function createMetrics() {
  const registry = new Registry();
  const of = <Label extends string>(name: string, help: string, ...labelNames: Label[]) => ({ name, help, labelNames, registers: [registry] });
  return {
    registry,
    requests: new Counter(of('hub_requests_total', 'Requests answered, by operation and HTTP status', 'operation', 'status')),
    errors: new Counter(of('hub_request_errors_total', 'Errors in answers, by operation and code; each code once an answer', 'operation', 'code')),
    duration: new Histogram({ ...of('hub_request_duration_seconds', 'From the head of a request to the end of its answer', 'operation'), buckets: SECONDS }),
    inFlight: new Gauge(of('hub_requests_in_flight', 'Requests being answered, streams included')),
    limits: new Counter(of('hub_limits_hit_total', 'Requests refused by a limit, by its code', 'limit')),
    denied: new Counter(of('hub_denied_total', 'Requests refused for who asks, by code', 'code')),
    shed: new Counter(of('hub_shed_total', 'Requests turned away because the event loop was late')),
    /** For whoever keeps answers; `result` is `hit`, `miss` or `not_modified`. */
    cache: new Counter(of('hub_cache_answers_total', 'Cacheable requests, by what the cache had', 'result')),
    subgraphDuration: new Histogram({ ...of('hub_subgraph_duration_seconds', 'Calls of a subgraph, retry included', 'subgraph'), buckets: SECONDS }),
    subgraphErrors: new Counter(of('hub_subgraph_errors_total', 'Calls of a subgraph that failed, by code', 'subgraph', 'code')),
    subgraphRetries: new Counter(of('hub_subgraph_retries_total', 'Reads that were asked a second time', 'subgraph')),
    breaker: new Gauge(of('hub_subgraph_breaker_state', '0 closed, 1 trying, 2 open: not asked', 'subgraph')),
    subgraphReady: new Gauge(of('hub_subgraph_ready', '1 when a subgraph answers and reaches its database', 'subgraph')),
    journalHead: new Gauge(of('hub_journal_head', 'Last sequence number of a service’s journal, as it and its followers know it', 'service')),
    journalUnsigned: new Gauge(of('hub_journal_unsigned', 'Rows of a service’s journal that wait for a signed checkpoint', 'service')),
    journalStalled: new Gauge(of('hub_journal_stalled', '1 while a service’s journal cannot be signed: decisions will stop', 'service')),
    followerLag: new Gauge(of('hub_follower_lag', 'Journal entries a service has not yet applied of another’s', 'service', 'source')),
    followerStalled: new Gauge(of('hub_follower_stalled', '1 while a service cannot follow another', 'service', 'source')),
    eventLoopLag: new Gauge(of('hub_event_loop_lag_seconds', 'Mean delay of the event loop over the last half second; what shedding looks at')),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

export const BREAKER_LEVELS: Record<BreakerState['phase'], number> = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 };
