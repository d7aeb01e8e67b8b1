import { Counter, type CounterConfiguration, Gauge, Histogram, Registry } from 'prom-client';
import type { BreakerState } from '../resilience/breaker';
import { RequestTally } from './request-tally';

/** From a cached answer to the deadline of a subgraph and beyond. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What one hub counts, apart from what its process is; a registry of its own, so that a stopped hub leaves nothing behind. */
export function createMetrics() {
  const registry = new Registry();
  const of = <Label extends string>(name: string, help: string, ...labelNames: Label[]) => ({ name, help, labelNames, registers: [registry] });
  return {
    registry,
    requests: new RequestTally(
      registry,
      SECONDS,
      { name: 'hub_requests_total', help: 'Requests answered, by operation and HTTP status' },
      { name: 'hub_request_duration_seconds', help: 'From the head of a request to the end of its answer' },
    ),
    errors: new Counter(of('hub_request_errors_total', 'Errors in answers, by operation and code; each code once an answer', 'operation', 'code')),
    inFlight: new Gauge(of('hub_requests_in_flight', 'Requests being answered, streams included')),
    limits: new Counter(of('hub_limits_hit_total', 'Requests refused by a limit, by its code', 'limit')),
    denied: new Counter(of('hub_denied_total', 'Requests refused for who asks, by code', 'code')),
    shed: new Counter(of('hub_shed_total', 'Requests turned away because the event loop was late')),
    lookUps: lookUpTally(of('hub_cache_answers_total', 'Cacheable requests, by what the cache had: hit or miss', 'result')),
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

/** Counted plainly and handed over when somebody reads, as what a RequestTally counts is. */
function lookUpTally(told: CounterConfiguration<'result'>): { add: (hit: boolean) => void } {
  const since = { hit: 0, miss: 0 };
  void new Counter({
    ...told,
    collect() {
      for (const result of ['hit', 'miss'] as const) {
        if (since[result] > 0) this.inc({ result }, since[result]);
        since[result] = 0;
      }
    },
  });

  return { add: (hit) => void (hit ? (since.hit += 1) : (since.miss += 1)) };
}

export type Metrics = ReturnType<typeof createMetrics>;

export const BREAKER_LEVELS: Record<BreakerState['phase'], number> = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 };
