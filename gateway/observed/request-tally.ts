import type { Metric, MetricValueWithName, Registry } from 'prom-client';

interface Told {
  name: string;
  help: string;
}

interface Tally {
  byStatus: Map<number, number>;
  /** Requests of each bucket alone. */
  inBucket: number[];
  seconds: number;
}

/**
 * Counts and times requests by operation. All of them pass here, and prom-client would make a text of the labels for each
 * and look that up, which takes longer than to find a kept answer: plain numbers, of which its registry's metrics are made
 * when somebody reads them.
 */
export class RequestTally {
  private readonly operations = new Map<string, Tally>();

  /** `buckets`: upper bounds of the durations, seconds, rising. */
  constructor(
    registry: Registry,
    private readonly buckets: readonly number[],
    counted: Told,
    timed: Told,
  ) {
    register(registry, 'counter', counted, () => this.counts());
    register(registry, 'histogram', timed, () => this.durations(timed.name));
  }

  add(operation: string, status: number, seconds: number): void {
    let tally = this.operations.get(operation);
    if (tally === undefined) this.operations.set(operation, (tally = { byStatus: new Map(), inBucket: Array<number>(this.buckets.length + 1).fill(0), seconds: 0 }));
    tally.byStatus.set(status, (tally.byStatus.get(status) ?? 0) + 1);
    let bucket = 0;
    while (bucket < this.buckets.length && seconds > this.buckets[bucket]!) bucket += 1;
    tally.inBucket[bucket]! += 1;
    tally.seconds += seconds;
  }

  private counts(): MetricValueWithName<string>[] {
    return [...this.operations].flatMap(([operation, { byStatus }]) => [...byStatus].map(([status, value]) => ({ labels: { operation, status }, value })));
  }

  private durations(name: string): MetricValueWithName<string>[] {
    return [...this.operations].flatMap(([operation, { inBucket, seconds }]) => {
      let count = 0;
      const upTo = inBucket.map((more, n) => ({ metricName: `${name}_bucket`, labels: { le: this.buckets[n] ?? '+Inf', operation }, value: (count += more) }));
      return [...upTo, { metricName: `${name}_sum`, labels: { operation }, value: seconds }, { metricName: `${name}_count`, labels: { operation }, value: count }];
    });
  }
}

/** As the registry reads its own metrics: by `get` alone. */
function register(registry: Registry, type: 'counter' | 'histogram', told: Told, values: () => MetricValueWithName<string>[]): void {
  registry.registerMetric({ ...told, get: async () => ({ ...told, type, aggregator: 'sum', values: values() }) } as unknown as Metric);
}
